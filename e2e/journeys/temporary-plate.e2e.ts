import { expectAccessible } from '#support/accessible.ts'
import { card, confirm, openForm, openAs, words } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const oneCar = { kind: 'temporaryPlate', unit: 'none', plates: ['GBB01B'] } as const

const said = {
  nl: {
    lead: 'geldt uw vergunning niet voor uw eigen kenteken',
    open: 'Geen eindtijd',
    until: 'tot u stopt',
    ownPlate: 'Eigen kenteken GBB-01-B',
    again: 'Daarna geldt uw vergunning weer voor uw eigen kenteken.',
    full: 'Het maximum aantal gelijktijdige acties overschreden',
  },
  en: {
    lead: 'is not valid for your own plate',
    open: 'No end time',
    until: 'until you stop',
    ownPlate: 'Own plate GBB-01-B',
    again: 'is valid for your own plate again.',
    full: 'The maximum number of simultaneous sessions is exceeded.',
  },
} as const

test('H1, H2, H3, B1: a temporary plate without an end is started and stopped', async ({
  page,
  town,
  language,
}) => {
  const say = said[language]
  await openAs(page, await town.welcomeResident(oneCar), language)
  await expect(page.getByRole('banner')).toContainText(say.ownPlate)
  await openForm(page, '36TPHS', language)
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText(say.lead)
  await expect(sheet.getByRole('radio', { name: say.open })).toBeChecked()
  await expect(sheet).toContainText(say.until)
  await expectAccessible(page)
  await confirm(page, language)
  await expect(card(page, '36-TP-HS')).toContainText(say.until)

  // One at a time, with the reason and the way out.
  await openForm(page, 'VX823K', language)
  await confirm(page, language)
  await expect(page.getByRole('dialog').getByText(say.full)).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: words[language].stop, exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText(say.again)
  await page.getByRole('button', { name: words[language].stopNow }).click()
  await expect(card(page, '36-TP-HS')).toBeHidden()
})

test('H1, H4: it may begin later and have an end, within what the municipality allows', async ({
  page,
  town,
}) => {
  const rules = { maxDurationSeconds: 3_600 }
  await openAs(page, await town.welcomeResident({ ...oneCar, rules }))
  await openForm(page, '36TPHS')
  await page.getByRole('radio', { name: '2 uur', exact: true }).check()
  await confirm(page)
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('Dit is langer dan de maximale parkeerduur.')).toBeVisible()
  await confirm(page)
  await expect(card(page, '36-TP-HS')).toContainText('Nog 1 uur')
})
