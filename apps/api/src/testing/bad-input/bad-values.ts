import { hostileTexts } from './hostile-texts.ts'

/** Fields that no body and no query declares. */
export const extraKeys = [
  ...['isSuperUser', 'role', 'organizationId', 'totalMinor', 'status', 'id', 'constructor', 'toString'],
  ...['$where', 'a'.repeat(300), '', ' ', 'naïve', '👑', '0', 'hasOwnProperty'],
]
/** Of every JSON type, for a field of any type. */
export const wrongValues = [
  null,
  'text',
  '',
  12,
  1.5,
  -1,
  0,
  true,
  [],
  {},
  [[]],
  { $ne: null },
  [null],
  '0',
  'true',
]
/** Beyond the range of our numbers. */
export const extremeNumbers = [2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e308, 1e-9, -0.1, 999_999_999_999]
/** Bodies that are not a JSON object, or not one that may be read. */
export const notJson = [
  ...['', ' ', '{', '}', '[]', 'null', '"text"', '1', 'NaN', '{"a":1,}', "{'a':1}", '{"a":1}{"b":2}', '<a/>'],
  ...['{"__proto__":{"isAdmin":true}}', '{"a":1,"a":2}', 'a=1&b=2', '\uFEFF{}', '{"a":"\u0000"}', '{"a":01}'],
  ...[
    `${'['.repeat(21)}${']'.repeat(21)}`,
    `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`,
    '['.repeat(20_000),
  ],
]
/** Types that no route takes, JSON in another charset included. */
export const contentTypes = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ],
  ...[
    'application/json; charset=utf-16',
    'application/json;charset=latin1',
    'application/jsonp',
    'json',
    '*/*',
  ],
  ...['application/vnd.api+json', 'application/json, text/plain', 'text/html', 'application/json; a=b'],
]
/** In place of an id in an address, as they are sent. */
export const badParameters = [
  ...[
    '0',
    '-1',
    'null',
    'undefined',
    '%00',
    '%0d%0aX-A:b',
    '..%2f..%2f',
    '%252e%252e',
    '%ff%fe',
    '%C0%AF',
    '*',
    '%25',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '__proto__',
    'constructor',
  ],
  ...[
    "'%20or%201=1--",
    '%3Cscript%3E',
    'a'.repeat(36),
    'a'.repeat(2_000),
    '%F0%9F%91%91',
    '1e9',
    '{}',
    '[]',
    '~',
  ],
]
/** Headers that clients do not send by accident. */
export const badHeaders: Record<string, string>[] = [
  ...[
    'Bearer',
    'Bearer ',
    'bearer x',
    'Basic YTpi',
    'Bearer a.b.c',
    `Bearer ${'a'.repeat(5_000)}`,
    'Bearer é',
  ].map((authorization) => ({ authorization: Buffer.from(authorization).toString('latin1') })),
  ...['', '\u00ff'.repeat(40), 'a'.repeat(5_000), '<script>', '{"a":1}'].map((value) => ({
    'x-request-id': value,
  })),
  ...['a=b', '__Secure-rt-staff=x', '__Secure-rt-guest=', `x=${'y'.repeat(4_000)}`, ';;;', '='].map(
    (cookie) => ({ cookie }),
  ),
  ...['', ' ', 'a'.repeat(256), 'a b', '\u00e9'].map((key) => ({ 'idempotency-key': key })),
  ...['x', 'branch:1.2.3', '-1', 'a'.repeat(500), '::..', '0.0.0'].map((id) => ({ 'last-event-id': id })),
  ...['text/html', 'a/b;q=2', '*'].map((accept) => ({ accept })),
  ...['null', 'https://evil.example', 'http://localhost:3000.evil.example', 'a b'].map((origin) => ({
    origin,
  })),
  ...['zz', 'en;q=9', 'x'.repeat(2_000)].map((language) => ({ 'accept-language': language })),
  { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-host': 'evil.example' },
  { range: 'bytes=0-0' },
  { 'if-none-match': '"' },
  { 'content-encoding': 'gzip' },
]

// Every address goes through the same parser, so some of the texts are enough.
export const fewHostile = hostileTexts.filter(
  (text, index) => index % 3 === 0 && text.isWellFormed() && text.length < 3_000,
)
