/** Products for residents, and prepaid parking, with the keyboard alone. */
import { choose, open, press, tabTo, type } from '#support/keyboard.ts'
import { card, enter, openAs } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('O1: another plate is made the active one', async ({ page, town }) => {
  const twoCars = { kind: 'plateSwitch', unit: 'none', plates: ['GBB01B', '1KNP65'] } as const
  await enter(page, await town.welcomeResident(twoCars), 'en')
  await page.getByRole('heading', { name: 'Plate switch', level: 1 }).waitFor()
  await tabTo(page, /1-KNP-65/)
  await page.keyboard.press('Space')
  await press(page, 'Select')
  await expect(page.getByRole('status')).toContainText('1-KNP-65 is active now.')
  await expect(page.getByRole('button', { name: 'Select' })).toBeFocused()
})

test('H1: a temporary plate is started and stopped', async ({ page, town }) => {
  const oneCar = { kind: 'temporaryPlate', unit: 'none', plates: ['GBB01B'] } as const
  await openAs(page, await town.welcomeResident(oneCar))
  await open(page, 'Nieuwe parkeeractie')
  await type(page, 'Kenteken', '36tphs')
  await choose(page, 'Geen eindtijd', 2)
  await press(page, 'Bevestigen')
  await expect(card(page, '36-TP-HS')).toBeVisible()
  await open(page, 'Stop')
  await press(page, 'Stop nu')
  await expect(card(page, '36-TP-HS')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeFocused()
})

test('O2: a location is searched for, and parked at', async ({ page, town }) => {
  const locations = { Havenwijk: '0.02', Marktkwartier: '0.06' }
  await openAs(page, await town.welcomeResident({ kind: 'prepaid', locations }))
  await open(page, 'Nieuwe parkeeractie')
  await type(page, 'Kenteken', '36tphs')
  await press(page, 'Kies een locatie')
  await expect(page.getByRole('heading', { name: 'Kies een locatie' })).toBeFocused()
  await type(page, 'Zoek op naam of code', 'markt')
  await expect(page.getByRole('dialog').getByRole('status').first()).toContainText('1 locatie')
  await press(page, /^Marktkwartier/)
  await expect(page.getByRole('heading', { name: 'Nieuwe parkeeractie' })).toBeFocused()
  await choose(page, 'Einde dag', 1)
  await press(page, 'Bevestigen')
  await expect(card(page, '36-TP-HS')).toContainText('Marktkwartier')
})
