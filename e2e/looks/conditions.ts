/** What a network or a server can do to a page: nothing yet, nothing at all, or a fault. */
import type { Scene, Stage } from './scene.ts'

/** All that a page reads for itself: who is signed in, and on what, is known. */
const ownReads = /\/api\/v1\/(?!(account|products|changes|sign-ins\/current)$)/
export const everyRead = /\/api\/v1\/(?!sign-ins$)/

export async function hold({ page }: Stage, calls: RegExp = ownReads): Promise<void> {
  // Its answer never comes.
  await page.route(calls, () => {})
}

export async function cut({ page }: Stage, calls: RegExp = ownReads): Promise<void> {
  await page.route(calls, (route) => route.abort())
}

export async function fail({ page, language }: Stage, calls: RegExp = ownReads): Promise<void> {
  const [title, detail] = faults[language]
  await page.route(calls, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:2park:problem:fault',
        title,
        status: 500,
        detail,
        code: 'fault',
        instance: 'urn:uuid:01991c5f-6f2c-7d41-9d31-3b9e1b1f6a52',
      }),
    }),
  )
}

/** As the server words its own faults. */
const faults = {
  nl: [
    'Er ging iets mis bij ons.',
    'Probeer het opnieuw. Gebeurt het weer, geef dan het nummer hieronder door aan de helpdesk.',
  ],
  en: [
    'Something went wrong on our side.',
    'Try again. If it happens again, quote the number given here to the helpdesk.',
  ],
} as const

/** A page in three troubles: an answer that is awaited, a fault of the server's, and no network. */
export function inTrouble({ at, by }: Pick<Scene, 'at' | 'by'>, calls?: RegExp): readonly Scene[] {
  const whose = by && { by }
  return [
    { state: 'loading', at, ...whose, before: (stage) => hold(stage, calls) },
    { state: 'fault', at, ...whose, before: (stage) => fail(stage, calls), act: untilSaid },
    { state: 'no network', at, ...whose, before: (stage) => cut(stage, calls), act: untilSaid },
  ]
}

/** After it has been tried again a few times. */
const untilSaid = ({ page }: Stage) => page.getByRole('alert').first().waitFor()
