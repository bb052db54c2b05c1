/** When nothing is under way between a page and the server, and nothing will be by itself. */
import { expect, type Page, type Request } from '@playwright/test'

/**
 * To be asked for before the page is opened; waits for that when it is called. Once a page listens
 * to the server it reads all again, and then does nothing more until something happens.
 */
export function quietOf(page: Page): () => Promise<void> {
  const begun: Request[] = []
  const done = new Set<Request>()
  const isCall = (request: Request) => /\/api\/(?!.*\/changes$)/.test(request.url())
  page.on('request', (request) => void (isCall(request) && begun.push(request)))
  page.on('requestfinished', (request) => done.add(request))
  page.on('requestfailed', (request) => done.add(request))
  let isHeard = false
  page.on('response', (response) => (isHeard ||= response.url().endsWith('/changes')))
  let quietLooks = 0
  const isQuiet = () => {
    const isNothingUnderWay = isHeard && begun.every((request) => done.has(request))
    quietLooks = isNothingUnderWay ? quietLooks + 1 : 0
    // What it reads again begins a moment after it listens.
    return quietLooks > 2
  }
  return () => expect.poll(isQuiet).toBe(true)
}
