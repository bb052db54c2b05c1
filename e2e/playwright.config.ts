/**
 * Journeys of people in a real browser, on a phone and at a desk. Each worker has a server of its own
 * (see `support/server.ts`), so that each can move its clock. What hardly differs between them goes on one.
 */
import { defineConfig } from '@playwright/test'
import type { Language } from '#support/screen.ts'

export default defineConfig<{ readonly language: Language }>({
  testDir: 'journeys',
  testMatch: '*.e2e.ts',
  outputDir: '../test-results/journeys',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // A small machine that does much else answers late, but it answers.
  expect: { timeout: 10_000 },
  use: {
    locale: 'nl-NL',
    // The app's worker has a journey of its own; elsewhere it would stand between a journey and the network.
    serviceWorkers: 'block',
    timezoneId: 'Europe/Amsterdam',
    // Nothing slides into its place, so nothing is waited for.
    contextOptions: { reducedMotion: 'reduce' },
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    launchOptions: {
      ...(process.env['CHROME_PATH'] && { executablePath: process.env['CHROME_PATH'] }),
      // Chromium takes the language of its own date fields from here.
      env: { ...environment(), LANGUAGE: 'nl' },
      args: [
        // Who is root, as in a container, has no sandbox.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: '*.desktop.e2e.ts',
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
        language: 'nl',
      },
    },
    {
      name: 'desktop',
      testIgnore: '*.phone.e2e.ts',
      use: { viewport: { width: 1280, height: 800 }, language: 'en' },
    },
  ],
})

function environment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => !!entry[1]))
}
