import type { Page } from '@playwright/test'
import { card, goByMenu, park, openAs, words } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('K1, K2, K5: the history is read ten at a time', async ({ page, town, language }) => {
  const say = words[language]
  await openAs(page, await town.welcomeResident({ parkedOnDays: 22 }), language)
  await goByMenu(page, say.history, language)
  await expect(page.getByRole('tab', { name: `${say.sessions} 23` })).toBeVisible()
  await expect(cards(page)).toHaveCount(10)
  await expect(cards(page).first()).toContainText('D-001-AY')
  await expect(cards(page).first()).toContainText(say.money('2.40'))
  await expect(cards(page).first()).toContainText('12:00–13:00')

  await page.getByRole('button', { name: say.showMore }).press('Enter')
  await expect(card(page, 'D-020-AY')).toBeVisible()
  // The rest comes by itself to who scrolls on, if it has not come already (K5).
  await page.keyboard.press('End')
  await expect(cards(page)).toHaveCount(23)
  await expect(page.getByRole('button', { name: say.showMore })).toHaveCount(0)
})

test('K3, K6: changes of the balance are told, mailed and downloaded', async ({
  page,
  town,
  language,
}) => {
  const say = words[language]
  const resident = await town.welcomeResident({ parkedOnDays: 1 })
  await openAs(page, resident, language)
  await goByMenu(page, say.history, language)
  await page.getByRole('tab', { name: `${say.transactions} 3` }).click()
  await expect(cards(page)).toHaveCount(3)
  await expect(cards(page).first()).toContainText(`− ${say.money('2.40')}`)
  await expect(cards(page).first()).toContainText(`${say.balanceAfter} ${say.money('95.20')}`)
  await expect(cards(page).last()).toContainText(`+ ${say.money('100.00')}`)

  await page.getByRole('link', { name: say.mailHistory }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText(resident.email)
  await expect(sheet).toContainText(say.transactions)
  await sheet.getByRole('button', { name: say.send, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const [mail] = await town.mailsTo(resident.email)
  expect(mail?.attachments).toHaveLength(1)

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^transact.*[.]csv$/)
})

test('K5: more comes by swiping up, or with the wheel', async ({ page, town, hasTouch }) => {
  await openAs(page, await town.welcomeResident({ parkedOnDays: 14 }))
  await goByMenu(page, 'Historie')
  await expect(cards(page)).toHaveCount(10)
  await expect(page.getByText('10 van 15 getoond.')).toBeAttached()
  await goOn(page, hasTouch)
  await expect(cards(page)).toHaveCount(15)
  await expect(page.getByText('15 van 15 getoond.')).toBeAttached()
})

test('K2, K7: a cost is explained, and each plate says when it goes', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ parkedOnDays: 1 }))
  await goByMenu(page, 'Historie')
  const yesterday = card(page, 'D-001-AY')
  await expect(yesterday).toContainText('Kenteken wordt gewist op 21 februari 2027')
  await yesterday.getByText('Zo komt de prijs tot stand').click()
  const total = yesterday.getByRole('row', { name: /Totaal/ })
  await expect(total).toContainText('€ 2,40')

  const longAgo = card(page, 'Kenteken gewist')
  await expect(longAgo).toContainText('€ 2,40')
  await longAgo.getByText('Zo komt de prijs tot stand').click()
  await expect(longAgo.getByRole('row', { name: /Totaal/ })).toContainText('€ 2,40')
})

test('K1: what ends is in the history at once', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident())
  await goByMenu(page, 'Historie')
  await expect(page.getByRole('heading', { name: 'Er is nog niet geparkeerd' })).toBeVisible()
  await goByMenu(page, 'Parkeeracties')
  await park(page, '12-GBB-3')
  await town.timePasses({ minutes: 5 })
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: 'Stop nu' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await goByMenu(page, 'Historie')
  // Five minutes, and a sixth if it took us more than a second to stop.
  await expect(card(page, '12-GBB-3')).toContainText(/€\s0,2[04]/)
})

/** So often that it comes to the end. */
async function goOn(page: Page, hasTouch: boolean) {
  if (!hasTouch) return page.mouse.wheel(0, 10_000)
  const browser = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    browser.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: 195, y }],
    })
  for (let swipe = 0; swipe < 5; swipe++) {
    await touch('touchStart', 700)
    for (let y = 680; y >= 100; y -= 20) await touch('touchMove', y)
    await touch('touchEnd')
  }
  await browser.detach()
}

function cards(page: Page) {
  return page.getByRole('article')
}
