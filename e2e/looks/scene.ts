/** One state of a page to photograph, and what it is brought about with. */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import type { Language } from '#support/screen.ts'
import type { Resident, ResidentGiven, Town } from '#support/town.ts'
import { textIn } from './texts.ts'

export type Scene = {
  readonly state: string
  /** Whose: somebody with such a product, or somebody of the demo; without it, nobody is signed in. */
  readonly by?: ResidentGiven | Resident
  /** From the app's own addresses; `{product}` is the one that one starts with. */
  readonly at: string
  /** What the clock says, where it matters. */
  readonly clock?: string
  /** What is there before the page is opened. */
  readonly before?: (stage: Stage) => Promise<unknown>
  /** What is done on the page before it is photographed. */
  readonly act?: (stage: Stage) => Promise<unknown>
  /** Whether the app's worker stands between the page and the network. */
  readonly worker?: boolean
}

/** The menu, on a page. */
export const menuOn = (by: ResidentGiven, at: string): readonly [Scene] => [
  { by, at: `${at}?sheet=menu`, state: 'open' },
]

type Body = Readonly<Record<string, unknown>>

export type Stage = {
  readonly page: Page
  readonly town: Town
  readonly language: Language
  /** Who is signed in, and the product that they start with. */
  readonly resident: Resident
  readonly product: string
  readonly sheet: Locator
  readonly say: (name: string) => string
  /** By the names of their texts. */
  readonly press: (name: string) => Promise<void>
  readonly follow: (name: string) => Promise<void>
  readonly choose: (name: string) => Promise<void>
  readonly fill: (name: string, text: string) => Promise<void>
  /** What the signed-in person does by the API. */
  readonly send: (method: 'POST' | 'PUT' | 'PATCH', path: string, body?: Body) => Promise<Body>
  readonly open: (at: string) => Promise<void>
}

type Given = Pick<Stage, 'page' | 'town' | 'language'> & {
  readonly resident: Resident | undefined
  readonly product: string | undefined
}

export function createStage({ page, town, language, resident, product = '' }: Given): Stage {
  const say = (name: string) => textIn(language, name)
  const sheet = page.getByRole('dialog')
  /** What is on top is meant. */
  const top = async () => ((await sheet.count()) > 0 ? sheet.last() : page)
  const named = (name: string) => ({ name: say(name), exact: true })
  return {
    page,
    town,
    language,
    resident: resident ?? { email: '', password: '' },
    product,
    sheet,
    say,
    press: async (name) => (await top()).getByRole('button', named(name)).first().click(),
    follow: async (name) => (await top()).getByRole('link', named(name)).first().click(),
    choose: async (name) => (await top()).getByRole('radio', named(name)).check(),
    fill: async (name, text) => {
      const fields = (await top()).getByLabel(say(name), { exact: true })
      await fields.first().fill(text)
    },
    send: async (method, path, body = {}) => {
      const answer = await page.request.fetch(`/api/v1${path.replace('{product}', product)}`, {
        method,
        data: body,
        headers: { 'idempotency-key': `"${randomUUID()}"` },
      })
      if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`)
      return (await answer.text()) === '' ? {} : ((await answer.json()) as Body)
    },
    open: async (at) => {
      await page.goto(at.replaceAll('{product}', product))
      if (at.includes('sheet=')) await sheet.first().waitFor()
    },
  }
}
