/** Every page and sheet, scanned by axe in every contrast, and held to two colours where there are two. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { confirm, goByMenu, openForm, park, signIn } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const contrasts = [
  'Standaard',
  'Zwart op wit',
  'Wit op zwart',
  'Zwart op geel',
  'Geel op zwart',
] as const

for (const contrast of contrasts) {
  test(`B6: nothing on any page is inaccessible in the contrast ${contrast}`, async ({
    page,
    town,
  }) => {
    test.slow()
    const resident = await town.welcomeResident({
      balance: 30_00,
      parkedOnDays: 3,
      delegations: 'plateOptional',
    })
    await page.goto('/')
    await page.getByRole('radio', { name: contrast }).check()
    await scan(page)
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await scan(page)

    await page.getByRole('link', { name: 'Vergeten?' }).click()
    await page.getByRole('button', { name: 'Verzenden' }).click()
    await scan(page)
    await page.goto('/reset-password#x')
    await page.getByRole('textbox', { name: 'Nieuw wachtwoord' }).fill('paars fiets wolk')
    await scan(page)

    await signIn(page, resident)
    await scan(page)
    await park(page, '12-GBB-3')
    await scan(page)
    await openForm(page, 'XX-99-YY')
    await page.getByRole('radio', { name: 'Anders' }).check()
    await page.getByText('Zo komt de prijs tot stand').click()
    await scan(page)
    await page.getByRole('button', { name: 'Alle favorieten…' }).click()
    await scan(page)
    await page.getByRole('button', { name: 'Terug' }).click()
    await page.getByRole('radio', { name: 'Einde dag' }).check()
    await confirm(page)
    await page.getByRole('heading', { name: 'Zo kan het niet' }).waitFor()
    await scan(page)
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await scan(page)
    await page.getByRole('button', { name: 'Niet stoppen' }).click()
    await page.getByRole('button', { name: 'Verleng' }).click()
    await scan(page)
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await scan(page)
    await page.getByRole('button', { name: 'Sluit het menu' }).click()
    await goByMenu(page, 'Favorieten')
    await page.getByRole('link', { name: 'Nieuwe favoriet' }).click()
    await page.getByRole('button', { name: 'Sla op' }).click()
    await scan(page)
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await goByMenu(page, 'Instellingen')
    await page.getByText('Wijzig e-mailadres').click()
    await page.getByText('Wijzig wachtwoord').first().click()
    await page.getByText('Dit apparaat').waitFor()
    await scan(page)
    await page.getByRole('button', { name: 'Hef account op' }).click()
    await scan(page)
    await page.getByRole('button', { name: 'Niet opheffen' }).click()
    await goByMenu(page, 'Machtigingen')
    await page.getByRole('link', { name: 'Nieuwe machtiging' }).click()
    await page.getByRole('button', { name: 'Sla op' }).click()
    await scan(page)
    await page.getByLabel('E-mailadres').fill('iemand@example.com')
    await page.getByLabel('Deel van uw saldo, in euro’s').fill('1')
    await page.getByRole('button', { name: 'Sla op' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await scan(page)
    await page.getByRole('button', { name: 'Intrekken' }).click()
    await scan(page)
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await goByMenu(page, 'Inloggen en beveiliging')
    await scan(page)
    await page.getByRole('button', { name: 'Authenticator-app instellen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Verder' }).click()
    await page.getByRole('img', { name: 'QR-code voor de authenticator-app' }).waitFor()
    await scan(page)
    await page.getByRole('button', { name: 'Sluiten' }).click()
    await goByMenu(page, 'Historie')
    await scan(page)
    await page.getByText('Zo komt de prijs tot stand').first().click()
    await scan(page)
    await page.getByRole('tab', { name: /Transacties/ }).click()
    await scan(page)
    await goByMenu(page, 'Alle producten')
    await scan(page)
    await page.getByRole('link', { name: 'Toon producten' }).click()
    await page.getByRole('button', { name: 'Stel saldo alarm in' }).click()
    await page.getByLabel('Bedrag in euro').fill('100')
    await scan(page)
    await page.getByRole('button', { name: 'Stel in', exact: true }).click()
    await page.getByText('Saldo lager dan uw alarm').waitFor()
    await scan(page)
    await goByMenu(page, 'Alle parkeeracties')
    await scan(page)
    await goByMenu(page, 'Over 2Park')
    await scan(page)
  })
}

test('nothing runs out of a screen of 320 pixels', async ({ page, town }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await signIn(page, await town.welcomeResident({ balance: 1_00, delegations: 'plateOptional' }))
  await openForm(page, '12-GBB-3')
  await page.getByRole('radio', { name: 'Anders' }).check()
  await expectNoSidewaysScroll(page)
  await confirm(page)
  await page.getByRole('heading', { name: 'Zo kan het niet' }).waitFor()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Sluiten' }).click()
  for (const entry of [
    'Favorieten',
    'Machtigingen',
    'Historie',
    'Alle producten',
    'Alle parkeeracties',
    'Parkeeracties',
  ]) {
    await goByMenu(page, entry)
    await expectNoSidewaysScroll(page)
  }
})

async function scan(page: Page) {
  await settle(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await strangeColours(page)).toEqual([])
}

/** Half faded in, nothing has its own colours yet; and before its heading, a page is not there. */
async function settle(page: Page) {
  await page.getByRole('heading').first().waitFor()
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  )
}

/**
 * What axe does not see: in a contrast of two colours, every text, ground and border is in one of the
 * two. The swatches of the choice itself show their own.
 */
function strangeColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = getComputedStyle(document.documentElement)
    const own = ['--contrast-bg', '--contrast-color'].map((name) => root.getPropertyValue(name))
    if (own.includes('')) return []
    const probe = document.createElement('i')
    document.body.append(probe)
    const allowed = new Set(
      own.map((colour) => {
        probe.style.color = colour
        return getComputedStyle(probe).color
      }),
    )
    probe.remove()
    const isStrange = (colour: string) =>
      !allowed.has(colour) && !/^rgba\(.*, 0\)$|^transparent$/.test(colour)
    const drawn = [...document.body.querySelectorAll<HTMLElement>('*:not([data-swatch])')].filter(
      (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    )
    return drawn.flatMap((element) => {
      const style = getComputedStyle(element)
      const colours = [style.color, style.backgroundColor]
      if (style.borderTopStyle !== 'none' && style.borderTopWidth !== '0px') {
        colours.push(style.borderTopColor)
      }
      return colours
        .filter(isStrange)
        .map((colour) => `${element.outerHTML.slice(0, 90)} ${colour}`)
    })
  })
}

async function expectNoSidewaysScroll(page: Page) {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(tooWide).toBe(false)
}
