/** A page of the app in Chromium, as a phone that lies on the table: nobody touches it. */
import { once } from 'node:events'
import { launch } from 'chrome-launcher'
import { getChromium } from '../tools/chromium.ts'
import type { Resident } from './town.ts'

export const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--lang=nl']

export type Screen = {
  /** Resolves as soon as it stands on the screen. */
  readonly shows: (text: string) => Promise<void>
  readonly close: () => void
}

export async function openScreen(page: URL, { token }: Resident): Promise<Screen> {
  const chrome = await launch({ chromePath: getChromium().path, chromeFlags })
  const made = await fetch(`http://127.0.0.1:${chrome.port}/json/new`, { method: 'PUT' })
  const { webSocketDebuggerUrl } = (await made.json()) as { webSocketDebuggerUrl: string }
  const ask = await openDebugger(webSocketDebuggerUrl)
  const headers = { Cookie: `__Host-session=${token}` }
  await ask('Network.enable')
  await ask('Network.setExtraHTTPHeaders', { headers })
  await ask('Page.navigate', { url: page.href })
  return {
    shows: async (text) => {
      await ask('Runtime.evaluate', { expression: waitFor(text), awaitPromise: true })
    },
    close: () => chrome.kill(),
  }
}

/** What the page runs. */
function waitFor(text: string): string {
  return `new Promise((resolve) => {
    const observer = new MutationObserver(() => look())
    const look = () => {
      if (!document.body?.textContent.includes(${JSON.stringify(text)})) return
      observer.disconnect()
      resolve()
    }
    observer.observe(document, { childList: true, subtree: true, characterData: true })
    look()
  })`
}

type Answer = {
  readonly id?: number
  readonly error?: { readonly message: string }
  readonly result?: { readonly exceptionDetails?: { readonly text: string } }
}

async function openDebugger(address: string) {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  let asked = 0
  return async (method: string, params: object = {}): Promise<void> => {
    const id = ++asked
    const answered = new Promise<void>((resolve, reject) => {
      const hear = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data)) as Answer // As Chromium's protocol says it.
        if (answer.id !== id) return
        socket.removeEventListener('message', hear)
        const failure = answer.error?.message ?? answer.result?.exceptionDetails?.text
        if (failure === undefined) resolve()
        else reject(new Error(`${method}: ${failure}`))
      }
      socket.addEventListener('message', hear)
    })
    socket.send(JSON.stringify({ id, method, params }))
    return answered
  }
}
