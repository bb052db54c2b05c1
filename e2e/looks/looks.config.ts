/**
 * `npm run looks`: a run that judges nothing itself. It photographs every page and every sheet in each
 * of its states into the folder `looks`, which git does not know, with an `index.html` to look at them.
 */
import { defineConfig } from '@playwright/test'
import journeys from '../playwright.config.ts'

export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: '*.looks.ts',
  outputDir: '../../test-results/looks',
  globalSetup: './set-up.config.ts',
  reporter: 'line',
  use: { ...journeys.use, actionTimeout: 10_000, trace: 'off' },
})
