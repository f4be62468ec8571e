import { devices } from '@playwright/test'

export const phone = { ...devices['Pixel 7'], locale: 'en-GB' }
