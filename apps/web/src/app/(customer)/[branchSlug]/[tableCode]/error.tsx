'use client'

// One boundary more, so that the table's own layout and what it holds survive a page that fails.
export { default } from '../../error.tsx'
