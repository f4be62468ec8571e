export { findBrowser } from './find-browser.ts'
export { repoRoot } from './paths.ts'
export { run } from './run.ts'
export { type Stack, type StackOptions, startStack } from './start-stack.ts'
