/** Where the stack under test answers. */
export const baseUrl = process.env.E2E_BASE_URL ?? 'http://localhost:3000'
