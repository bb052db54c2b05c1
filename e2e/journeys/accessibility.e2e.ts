/** Every page and every sheet, with its errors and its questions. */
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoFlaw } from '#support/accessible.ts'
import { openAs, words, type Language } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'
import { createStage, type Stage } from '../looks/scene.ts'
import { walks } from '../walks/walks.ts'

for (const { name, by, stops } of walks) {
  test(`B6: everything is accessible ${name}`, async ({ page, town, language }) => {
    test.slow()
    const resident = by && (await town.welcomeResident(by))
    if (resident) await openAs(page, resident, language)
    else await speak(page, language)
    const [, product] = /products\/([\w-]+)/.exec(page.url()) ?? []
    const stage = createStage({ page, town, language, resident, product })
    for (const { of, at, act, ...stop } of stops) {
      await test.step(`${of} ${act?.name ?? ''}`, async () => {
        await page.unrouteAll({ behavior: 'ignoreErrors' })
        if (at) await stage.open(at)
        await act?.(stage)
        await expectSheet(stage, stop.sheet)
        await (stop.isHeld ? expectNoFlaw(page) : expectAccessible(page))
      })
    }
  })
}

/** The one that is meant is open, and no other. */
async function expectSheet({ sheet, page, say }: Stage, name: string | undefined) {
  if (name === undefined) await expect(sheet).toHaveCount(0)
  else await page.getByRole('dialog', { name: say(name), exact: true }).waitFor()
}

async function speak(page: Page, language: Language) {
  await page.goto('/')
  await page.getByRole('radio', { name: words[language].language }).check()
}
