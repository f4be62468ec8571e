export { findBrowser } from './browser/find-browser.ts'
export { repoRoot } from './paths.ts'
export { run } from './processes/run.ts'
export { type Stack, type StackOptions, startStack } from './servers/start-stack.ts'
