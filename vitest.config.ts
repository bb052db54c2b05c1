import { defineConfig } from 'vitest/config'

/** A machine that does much else answers late, but it answers. */
const testTimeout = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout,
          include: ['packages/**/*.test.ts', 'apps/resident/**/*.test.ts', 'tools/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          testTimeout,
          hookTimeout: testTimeout,
          include: ['apps/server/**/*.test.ts'],
          globalSetup: ['apps/server/test/global-setup.ts'],
        },
      },
    ],
  },
})
