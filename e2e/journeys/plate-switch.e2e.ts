import { expectAccessible } from '#support/accessible.ts'
import { enter, goByMenu } from '#support/screen.ts'
import { aBuyer, issueOther, linkTo } from '#support/counter.ts'
import { expect, test } from '#support/test.ts'

const twoCars = { kind: 'plateSwitch', unit: 'none', plates: ['GBB01B', '1KNP65'] } as const

const words = {
  nl: {
    language: 'Nederlands',
    title: 'Kentekenswitch',
    warning: 'Er is geen kenteken actief.',
    fine: 'parkeerboete',
    select: 'Selecteer',
    isActive: (plate: string) => `${plate} is nu actief.`,
    active: 'Actief kenteken',
  },
  en: {
    language: 'English',
    title: 'Plate switch',
    warning: 'No plate is active.',
    fine: 'parking fine',
    select: 'Select',
    isActive: (plate: string) => `${plate} is active now.`,
    active: 'Active plate',
  },
} as const

test('A11, B4, O1: one is led to the choice of a plate, warned, and can switch', async ({
  page,
  town,
  language,
}) => {
  const said = words[language]
  const resident = await town.welcomeResident(twoCars)
  await enter(page, resident, language)
  await expect(page.getByRole('heading', { name: said.title, level: 1 })).toBeVisible()
  await expect(page.getByText(said.warning)).toContainText(said.fine)
  await expect(page.getByRole('button', { name: said.select })).toBeDisabled()
  await expectAccessible(page)

  await page.getByRole('radio', { name: 'GBB-01-B' }).check()
  await page.getByRole('button', { name: said.select }).click()
  await expect(page.getByText(said.isActive('GBB-01-B'))).toBeVisible()
  await expect(page.getByText(said.warning)).toBeHidden()
  await expect(page.getByRole('banner')).toContainText(`${said.active} GBB-01-B`)

  await page.getByRole('radio', { name: '1-KNP-65' }).check()
  await page.getByRole('button', { name: said.select }).click()
  await expect(page.getByRole('banner')).toContainText(`${said.active} 1-KNP-65`)
  await goByMenu(page, said.title, language)
  await expect(page.getByRole('radio', { name: '1-KNP-65' })).toBeChecked()
})

test('B4: the menu of a product on which only a plate is chosen has nothing else of it', async ({
  page,
  town,
}) => {
  await enter(page, await town.welcomeResident(twoCars))
  await page.getByRole('heading', { name: 'Kentekenswitch', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  const menu = page.getByRole('dialog')
  await expect(menu.getByRole('link', { name: 'Kentekenswitch' })).toBeVisible()
  for (const name of ['Parkeeracties', 'Favorieten', 'Historie']) {
    await expect(menu.getByRole('link', { name, exact: true })).toHaveCount(0)
  }
})

test('A11: a buyer who comes by a link is led to the choice of a plate, and then chooses', async ({
  page,
  town,
}) => {
  const email = aBuyer()
  const type = 'Bewonersvergunning, twee kentekens'
  await issueOther(page, email, { token: 'loket-heuvelrade', type, plates: 'GBB01B, 1KNP65' })
  await page.goto(await linkTo(town, email))
  const password = 'vier groene fietsen zwemmen'
  await page.getByRole('textbox', { name: 'Wachtwoord', exact: true }).fill(password)
  await page.getByRole('textbox', { name: 'Wachtwoord nog een keer' }).fill(password)
  await page.getByRole('button', { name: 'Maak account en koppel' }).click()
  await expect(page.getByRole('heading', { name: 'Kentekenswitch', level: 1 })).toBeVisible()
  await expect(page.getByText('Er is geen kenteken actief.')).toBeVisible()
  await page.getByRole('radio', { name: '1-KNP-65' }).check()
  await page.getByRole('button', { name: 'Selecteer' }).click()
  await expect(page.getByRole('banner')).toContainText('Actief kenteken 1-KNP-65')
})
