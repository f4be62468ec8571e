import { defineConfig } from 'rolldown'

// Native code cannot be bundled.
const shared = { platform: 'node', treeshake: true, external: ['sharp'] as string[] } as const
const output = { dir: 'dist', format: 'esm', codeSplitting: false, sourcemap: true } as const

/** One file each, which starts without node_modules; only uploads load a module from outside it. */
export default defineConfig([
  { ...shared, input: 'src/main.ts', output },
  { ...shared, input: { migrate: 'src/migrate-main.ts' }, output },
  { ...shared, input: { 'audit-verify': 'src/audit-verify-main.ts' }, output },
  { ...shared, input: { settings: 'src/settings-main.ts' }, output },
])
