import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** The ordering loop through Caddy, on the production containers. */
export default defineConfig({ ...base, testDir: './compose', workers: 1 })
