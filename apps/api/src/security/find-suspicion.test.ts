import { expect, test } from 'vitest'
import { findSuspicion } from './find-suspicion.ts'

const unknown = (field: string) => [{ field, code: 'UNKNOWN_FIELD', message: '' }]

test.each([
  'role',
  'isAdmin',
  'is_admin',
  'orgId',
  'organizationId',
  'organization_id',
  'branchId',
  'userId',
  'price',
  'priceMinor',
  'lines.0.unitPriceMinor',
  'totalMinor',
  'permissions',
  'passwordHash',
])('an unknown field “%s” claims a right', (field) => {
  expect(findSuspicion('/api/x', unknown(field))).toBe('privileged_field')
})

test.each(['__proto__', 'a.constructor.prototype', 'constructor'])(
  'an unknown field “%s” reaches for prototypes',
  (field) => {
    expect(findSuspicion('/api/x', unknown(field))).toBe('prototype_key')
  },
)

test.each([
  '/api/media/..%2f..%2fetc%2fpasswd',
  '/api/media/%252e%252e%252fsecret',
  '/api/../../etc/passwd',
  '/api/menu/..\\windows',
  '/api/menu/x%00.jpg',
])('%s is path traversal', (target) => {
  expect(findSuspicion(target)).toBe('traversal')
})

test.each([
  "/api/menu/x'%20OR%20'1'='1",
  '/api/menu?locale=en%27+UNION+SELECT+1',
  '/api/menu/%3Cscript%3Ealert(1)',
  '/api/menu?locale=%24%7Bjndi:ldap%7D',
  '/api/menu?locale=pg_sleep(10)',
  "/api/menu/1'%3B%20drop%20table%20users",
])('%s is an injection', (target) => {
  expect(findSuspicion(target)).toBe('injection')
})

test.each([
  ['a typing error', '/api/branches/1/orders', unknown('qantity')],
  ['a field of an older client', '/api/branches/1/orders', unknown('tableNumber')],
  ['a known field with a wrong value', '/api/x', [{ field: 'role', code: 'INVALID_VALUE', message: '' }]],
  ['an address that no longer exists', '/api/menu/casa-perejil?locale=es', []],
  ['two dots in a name', '/api/media/soup..large.avif', []],
  ['a name with an apostrophe', "/api/search?q=O'Brien%20or%20Ana", []],
  ['a stray percent sign', '/api/menu/100%', []],
])('%s is a mistake, not an attack', (_, target, errors) => {
  expect(findSuspicion(target, errors)).toBeUndefined()
})
