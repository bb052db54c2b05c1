/** Photographs every scene, in both languages and in every contrast, so that somebody can look at them. */
import type { Page, Request } from '@playwright/test'
import { languages } from '#support/screen.ts'
import { expect, test as base } from '#support/test.ts'
import type { ResidentGiven, Resident, Town } from '#support/town.ts'
import { fileOf, type Photograph } from './folder.ts'
import { createStage, type Scene } from './scene.ts'
import { scenes } from './scenes.ts'

const contrasts = [
  'black-on-white',
  'white-on-black',
  'black-on-yellow',
  'yellow-on-black',
] as const

/** Of a page of its own: its console complains of what is held back, cut off and failed on purpose. */
const test = base.extend<{ scene: Scene }>({
  scene: [{ state: '', at: '' }, { option: true }],
  page: async ({ browser, contextOptions, server, scene, language, town: _town }, use) => {
    const context = await browser.newContext({
      ...contextOptions,
      // As the pages beside the app take it, which have no choice of their own.
      locale: language,
      baseURL: server.address,
      reducedMotion: 'reduce',
      serviceWorkers: scene.worker ? 'allow' : 'block',
    })
    await context.addInitScript((chosen) => {
      localStorage.setItem('2park.preferences', JSON.stringify({ language: chosen }))
    }, language)
    await use(await context.newPage())
    await context.close()
  },
})

const all = Object.entries(scenes).flatMap(([page, parts]) =>
  Object.entries<readonly Scene[]>(parts).flatMap(([part, states]) =>
    states.map((scene) => ({ page, part, scene })),
  ),
)
for (const each of all) for (const language of languages) photograph({ ...each, language })

type Wanted = Omit<Photograph, 'state' | 'size' | 'contrast'> & { readonly scene: Scene }

function photograph({ scene, language, ...where }: Wanted) {
  test.describe(() => {
    test.use({ scene, language })
    test(`${where.page}, ${where.part}: ${scene.state} (${language})`, async ({ page, town }, {
      project,
    }) => {
      const settle = listenTo(page)
      await play(page, town, { scene, language })
      await settle()
      await page.mouse.move(0, 0)
      const fileFor = (contrast: string) =>
        fileOf({ ...where, language, state: scene.state, size: project.name, contrast })
      await shoot(page, fileFor('default'))
      if (language !== 'nl' || where.page === 'demo') return
      for (const contrast of contrasts) {
        await page.evaluate((wanted) => {
          document.documentElement.dataset['contrast'] = wanted
        }, contrast)
        await shoot(page, fileFor(contrast))
      }
    })
  })
}

async function play(
  page: Page,
  town: Town,
  { scene, language }: Pick<Wanted, 'scene' | 'language'>,
) {
  if (scene.clock) await town.setClock(scene.clock)
  const resident = scene.by && (await welcome(town, scene.by))
  const product = resident && (await signIn(page, resident))
  const stage = createStage({ page, town, language, resident, product })
  await scene.before?.(stage)
  await stage.open(scene.at)
  await scene.act?.(stage)
}

const welcome = async (town: Town, by: ResidentGiven | Resident): Promise<Resident> =>
  'password' in by ? by : town.welcomeResident(by)

/** Answers the product that one starts with. */
async function signIn(page: Page, { email, password }: Resident): Promise<string | undefined> {
  const answer = await page.request.post('/api/v1/sign-ins', { data: { email, password } })
  if (!answer.ok()) throw new Error(`Signing in: ${await answer.text()}`)
  const { products } = (await (await page.request.get('/api/v1/products')).json()) as {
    products: readonly { id: string }[]
  }
  return products[0]?.id
}

const patienceMs = 3000
const enoughLooks = 3

/** Until nothing comes any more; what is held back is not waited for. */
function listenTo(page: Page) {
  const asked = new Set<Request>()
  const isAnswered = (request: Request) => void asked.delete(request)
  page.on('request', (request) => {
    if (!request.url().endsWith('/changes')) asked.add(request)
  })
  page.on('requestfinished', isAnswered)
  page.on('requestfailed', isAnswered)
  return async () => {
    await page.locator('#app > *, main').first().waitFor()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    // One answer may bring the next question: a page's code asks for what the page shows.
    let quietLooks = 0
    const isQuiet = async () => {
      const isDone = asked.size === 0 && (await page.locator('[data-skeleton]').count()) === 0
      return (quietLooks = isDone ? quietLooks + 1 : 0) > enoughLooks
    }
    await expect
      .poll(isQuiet, { timeout: patienceMs, intervals: [50] })
      .toBe(true)
      .catch(() => {})
  }
}

/** More than this is not drawn. */
const mostPixelsHigh = 8000

/** The whole page, with at its foot what stands there; of an open sheet as much as is in view. */
async function shoot(page: Page, path: string) {
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  const isSheetOpen = (await page.getByRole('dialog').count()) > 0
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = isSheetOpen ? size.height : Math.min(whole, mostPixelsHigh)
  if (height > size.height) await page.setViewportSize({ ...size, height })
  await page.screenshot({ path, animations: 'disabled' })
  if (height > size.height) await page.setViewportSize(size)
}
