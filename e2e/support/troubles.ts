/** What goes wrong behind a page while nobody looks: it fails the journey that it happens in. */
import type { ConsoleMessage, Page } from '@playwright/test'
import type { Server } from './server.ts'

/** Grows while the page is used. */
export function listTroubles(page: Page, { address }: Server): readonly string[] {
  const troubles: string[] = []
  page.on('console', (message) => {
    const isExpected = isAnswer(message) || isOfTheRecorder(message)
    if (message.type() === 'error' && !isExpected) troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => {
    const url = new URL(request.url())
    const isOurs = url.origin === new URL(address).origin || /^(data|blob):$/.test(url.protocol)
    if (!isOurs) troubles.push(`The page asked ${url.origin} for something.`)
  })
  return troubles
}

/** A refusal is an answer of the API; Chromium writes it down as an error all the same. */
function isAnswer(message: ConsoleMessage): boolean {
  const isApi = new URL(message.location().url || 'about:blank').pathname.startsWith('/api/')
  return isApi && /the server responded with a status of 4\d\d/.test(message.text())
}

/** The recorder of traces tries to look into a mail's frame, which lets no script run. */
function isOfTheRecorder(message: ConsoleMessage): boolean {
  return /^Blocked script execution in '[^']*\/demo\/mailbox\/[^']*'/.test(message.text())
}
