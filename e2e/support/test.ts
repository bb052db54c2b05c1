/**
 * The test of our journeys: a server of the worker's own, a town whose clock says the same at the
 * start of every journey, and a page that fails its journey when anything goes wrong behind it.
 */
import { test as base, expect } from '@playwright/test'
import type { Language } from './screen.ts'
import { listTroubles } from './troubles.ts'
import { startServer, type Server } from './server.ts'
import { createTown, type Town } from './town.ts'

type Given = {
  readonly town: Town
  /** Of a journey that goes the same in both: each device has its own. */
  readonly language: Language
}
type WorkerGiven = { readonly server: Server }

/** A Monday morning, when parking is paid for. */
const start = '2026-11-23T10:00:00+01:00'

export const test = base.extend<Given, WorkerGiven>({
  language: ['nl', { option: true }],
  server: [
    async ({ browserName: _browser }, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ server }, use) => use(server.address),
  town: async ({ server }, use) => {
    const town = createTown(server)
    await town.setClock(start)
    await use(town)
  },
  page: async ({ page, town: _town, server }, use) => {
    const troubles = listTroubles(page, server)
    await use(page)
    expect(troubles).toEqual([])
  },
})

export { expect }
