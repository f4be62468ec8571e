import { apiChecks, type ReleaseCheck, serverChecks } from './release-checks.ts'

const line = ({ title, severity, proves }: ReleaseCheck) => `- [ ] **${title}** (${severity}): ${proves}`

/** The documents that are generated from the list of checks, by their path. */
export const renderTemplates = (): Record<string, string> => ({
  '.github/ISSUE_TEMPLATE/release.md': `---
name: Release
about: What is checked before a version is tagged
title: Release
labels: release
---

Every box is ticked by somebody who has seen the proof, and names it. An open critical or high finding stops the release.

## The API

${apiChecks.map(line).join('\n')}

## The server

${serverChecks.map(line).join('\n')}

## Before the tag

- [ ] \`.ci/run\` is green on this commit
- [ ] \`pnpm scan:secrets\` finds nothing
- [ ] \`pnpm audit:dependencies\` ended with status 0
- [ ] The bill of materials (\`sbom.cdx.json\`) is attached
`,
  '.github/pull_request_template.md': `## What changes, and why

## How it was proven

- [ ] The control was taken out, its test went red, and it was put back
- [ ] \`pnpm test\` is green

## Which of these it touches

${serverChecks.map(line).join('\n')}
`,
})
