import type { Page } from '@playwright/test'
import { card, plateField, openAs } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('F1–F5, E2: a visitor is parked and stopped with the keyboard alone', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await tabTo(page, 'Naar de inhoud')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Nieuwe parkeeractie')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Nieuwe parkeeractie' })).toBeVisible()
  await focusPlate(page)
  await page.keyboard.type('12gbb3')
  await tabTo(page, 'Einde dag')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '1 uur', exact: true })).toBeChecked()
  await tabTo(page, 'Bevestigen')
  await page.keyboard.press('Enter')
  await expect(card(page, '12-GBB-3')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Nieuwe parkeeractie' })).toBeFocused()

  await tabTo(page, 'Stop')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Parkeeractie stoppen?' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card(page, '12-GBB-3').getByRole('button', { name: 'Stop' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'Stop nu')
  await page.keyboard.press('Enter')
  await expect(card(page, '12-GBB-3')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeFocused()
})

test('E1: the tabs are walked by arrows, and chosen at once', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident())
  await page.getByRole('tab', { name: 'Lopend' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Gepland' })).toBeFocused()
  await expect(page.getByText('Er is niets gepland')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.getByText('Er loopt nu geen parkeeractie')).toBeVisible()
})

test('F1: a plate may be corrected in its middle, and the caret stays there', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await page.getByRole('link', { name: 'Nieuwe parkeeractie' }).click()
  await focusPlate(page)
  await page.keyboard.type('12gbb3')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('x')
  await expect(plateField(page)).toHaveValue('12-GXB-3')
  await page.keyboard.type('z')
  await expect(plateField(page)).toHaveValue(/^12-?G-?X-?Z-?B-?3$/)
})

async function focusPlate(page: Page) {
  await plateField(page).focus()
}

/** Presses Tab until what has the focus is called this; a person would see where it is. */
async function tabTo(page: Page, name: string) {
  const most = 40
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab')
    if ((await focusedText(page)) === name) return
  }
  throw new Error(`Tab never comes to ${name}.`)
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement
    const label = focused?.closest('label') ?? focused
    return focused?.getAttribute('aria-label') ?? label?.textContent?.trim() ?? ''
  })
}
