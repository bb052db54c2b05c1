/**
 * How long after a tap is its result on the screen, apart from what the server takes?
 *
 * The built app in a real browser, as large as a phone and as fast as this machine. Somebody parks,
 * extends and stops; each result is a card that is there, says something else, or is gone. What the
 * calls took, as the browser's own timing has it, is the server's; the rest is ours, and has 100 ms.
 */
import { chromium, type Locator, type Page } from '@playwright/test'
import { getChromium } from '../tools/chromium.ts'
import { median, report, say } from './report.ts'
import { serveTown } from './served-town.ts'
import type { Resident } from './town.ts'

const limitMs = 100
const taps = 30
/** The first ones fetch the code of their sheets. */
const warmUp = 3

export async function benchTap(): Promise<void> {
  await serveTown((address, resident) =>
    tapOnPhone(address.replace('127.0.0.1', 'localhost'), resident),
  )
}

async function tapOnPhone(address: string, { productId, token }: Resident): Promise<void> {
  const browser = await chromium.launch({
    executablePath: getChromium().path,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const context = await browser.newContext({
      locale: 'nl-NL',
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    })
    // Of a secure address, as its name promises; a browser takes this machine's own for one.
    const url = address.replace('http:', 'https:')
    await context.addCookies([{ name: '__Host-session', value: token, url, secure: true }])
    const page = await context.newPage()
    await page.goto(new URL(`/products/${productId}/parking-sessions`, address).href)
    await measureTaps(page)
  } finally {
    await browser.close()
  }
}

async function measureTaps(page: Page): Promise<void> {
  const took = { park: [] as number[], extend: [] as number[], stop: [] as number[] }
  for (let round = 0; round < warmUp + taps; round++) {
    const once = await parkExtendStop(page, round)
    if (round < warmUp) continue
    for (const what of whats) took[what].push(once[what])
  }
  for (const what of whats) {
    const sorted = took[what].toSorted((a, b) => a - b)
    const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
    say(`  ${what}: median ${median(sorted).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`)
    report({ name: `tap-${what}-median-vs-limit`, ratio: median(sorted) / limitMs, goal: 1 })
    report({ name: `tap-${what}-p95-vs-limit`, ratio: p95 / limitMs, goal: 1 })
  }
}

const whats = ['park', 'extend', 'stop'] as const

async function parkExtendStop(page: Page, round: number) {
  const plate = `GBB${String(round + 1).padStart(2, '0')}B`
  const shownPlate = plate.replace(/^(GBB)(\d\d)(B)$/, '$1-$2-$3')
  const sheet = page.getByRole('dialog')
  const card = page.getByRole('article', { name: shownPlate })
  const confirm = sheet.getByRole('button', { name: 'Bevestigen' })

  await page.getByRole('link', { name: 'Nieuwe parkeeractie' }).click()
  await sheet.getByRole('textbox', { name: 'Kenteken', exact: true }).fill(plate)
  await sheet.getByRole('radio', { name: '1 uur', exact: true }).check()
  await priced(sheet)
  const park = await tap(page, confirm, { plate: shownPlate, says: 'Nog 1 uur' })

  await card.getByRole('button', { name: 'Verleng' }).click()
  await priced(sheet)
  const extend = await tap(page, confirm, { plate: shownPlate, says: 'Nog 2 uur' })

  await card.getByRole('button', { name: 'Stop' }).click()
  await sheet.getByText('U krijgt terug').waitFor()
  const stopNow = sheet.getByRole('button', { name: 'Stop nu' })
  const stop = await tap(page, stopNow, { plate: shownPlate, says: undefined })
  return { park, extend, stop }
}

/** The price is there, so that nothing else is under way. */
async function priced(sheet: Locator): Promise<void> {
  await sheet.getByText('Saldo hierna').waitFor()
}

/** What the card of a plate says after the tap; without it, there is no such card any more. */
type Result = { readonly plate: string; readonly says: string | undefined }

/** How many milliseconds of the time until the result is painted no call was under way. */
async function tap(page: Page, button: Locator, result: Result): Promise<number> {
  await page.evaluate(watch, result)
  await button.click()
  const { begin, painted, calls } = await page.evaluate(
    () => (globalThis as unknown as Watched).tapped,
  )
  return painted - begin - waitedMs(calls, painted)
}

type Call = { readonly begin: number; readonly end: number }
type Tapped = { readonly begin: number; readonly painted: number; readonly calls: readonly Call[] }
type Watched = { tapped: Promise<Tapped> }

/** Runs in the page, before the tap. */
function watch({ plate, says }: Result): void {
  const isShown = () => {
    if (document.querySelector('dialog[open]')) return false
    // A card with a bar is of a session that runs, and not of one that is over.
    const cards = [...document.querySelectorAll('article:has(progress)')]
    const text = cards.map((card) => card.textContent).find((each) => each.includes(plate))
    return says === undefined ? text === undefined : text?.includes(says) === true
  }
  const callsSince = () =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/'))
      .map(({ startTime, duration }) => ({ begin: startTime, end: startTime + duration }))
  ;(globalThis as unknown as Watched).tapped = new Promise((resolve) => {
    const onTap = ({ timeStamp }: Event) => {
      performance.clearResourceTimings()
      const look = () => {
        if (!isShown()) return requestAnimationFrame(look)
        // What is there before a frame is drawn, has been drawn before the next one is.
        return requestAnimationFrame((painted) =>
          resolve({ begin: timeStamp, painted, calls: callsSince() }),
        )
      }
      requestAnimationFrame(look)
    }
    addEventListener('click', onTap, { capture: true, once: true })
  })
}

/** Those that overlap are waited for once. */
function waitedMs(calls: readonly Call[], until: number): number {
  let waited = 0
  let covered = 0
  for (const { begin, end } of calls.toSorted((a, b) => a.begin - b.begin)) {
    const from = Math.max(begin, covered)
    const to = Math.min(end, until)
    if (to <= from) continue
    waited += to - from
    covered = to
  }
  return waited
}
