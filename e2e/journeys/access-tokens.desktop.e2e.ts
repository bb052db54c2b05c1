import type { Page } from '@playwright/test'
import { goByMenu, signIn, type Language } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const said = {
  nl: {
    settings: 'Instellingen',
    manage: 'Beheer tokens',
    title: 'Programma’s en agenda',
    none: 'U heeft nog geen toegangstokens.',
    new: 'Nieuw token of agenda-adres',
    name: 'Naam',
    make: 'Maken',
    kept: 'Ik heb het bewaard',
    unused: 'Nog niet gebruikt.',
    revoke: 'Intrekken',
  },
  en: {
    settings: 'Settings',
    manage: 'Manage tokens',
    title: 'Programs and calendar',
    none: 'You have no access tokens yet.',
    new: 'New token or calendar address',
    name: 'Name',
    make: 'Make',
    kept: 'I have kept it',
    unused: 'Not used yet.',
    revoke: 'Revoke',
  },
} as const

test('a token that parks on one product is made with the password once more, used, and revoked', async ({
  page,
  town,
  server,
}) => {
  const say = said.nl
  const resident = await town.welcomeResident()
  await openTokens(page, resident, 'nl')
  await town.timePasses({ minutes: 11 })
  await page.getByRole('button', { name: say.new }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: say.make }).click()
  await expect(sheet.getByLabel(say.name)).toHaveAccessibleDescription(/Vul een naam in[.]/)
  await sheet.getByLabel(say.name).fill('Home Assistant')
  await sheet.getByRole('radio', { name: 'Parkeren' }).check()
  await sheet.getByLabel('Voor welk product').selectOption({ index: 1 })
  await sheet.getByLabel('Bedrag in euro').fill('vijf')
  await sheet.getByRole('button', { name: say.make }).click()
  await expect(sheet.getByLabel('Bedrag in euro')).toHaveAttribute('aria-invalid', 'true')
  await sheet.getByLabel('Bedrag in euro').fill('5')
  const productId = await sheet.getByLabel('Voor welk product').inputValue()
  await sheet.getByRole('button', { name: say.make }).click()
  await sheet.getByLabel('Wachtwoord', { exact: true }).fill(resident.password)
  await sheet.getByRole('button', { name: 'Verder' }).click()
  const secret = await secretIn(page)
  expect(secret).toMatch(/^2park_/)
  await sheet.getByRole('button', { name: say.kept }).click()
  const token = page.getByRole('listitem').filter({ hasText: 'Home Assistant' })
  await expect(token).toContainText('Hoogstens € 5,00 per dag; vandaag € 0,00.')
  await expect(token).toContainText(say.unused)

  const balance = () =>
    fetch(`${server.address}/api/v1/products/${productId}`, {
      headers: { authorization: `Bearer ${secret}` },
    })
  expect((await balance()).status).toBe(200)
  await page.reload()
  await expect(token).toContainText('Laatst gebruikt op 23 november 2026.')
  await revoke(page, token, 'nl')
  expect((await balance()).status).toBe(401)
  const subjects = (await town.mailsTo(resident.email)).map(({ subject }) => subject)
  expect(subjects).toEqual(['Er is een toegangstoken gemaakt'])
})

test('a calendar reads what is parked at a secret address, until that is revoked', async ({
  page,
  town,
}) => {
  const say = said.en
  await openTokens(page, await town.welcomeResident({ parkedOnDays: 2 }), 'en')
  await page.getByRole('button', { name: say.new }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel(say.name).fill('Phone')
  await sheet.getByRole('radio', { name: 'Calendar' }).check()
  await expect(sheet.getByLabel('Holds for')).toBeHidden()
  await sheet.getByRole('button', { name: say.make }).click()
  const address = await secretIn(page)
  await sheet.getByRole('button', { name: say.kept }).click()
  const read = async () => (await fetch(address)).text()
  expect((await read()).match(/^SUMMARY:\w+ D-00\d-AY\r$/gm)).toHaveLength(2)
  await revoke(page, page.getByRole('listitem').filter({ hasText: 'Phone' }), 'en')
  expect(await read()).not.toContain('VCALENDAR')
})

type Resident = Parameters<typeof signIn>[1]

async function openTokens(page: Page, resident: Resident, language: Language) {
  const say = said[language]
  await signIn(page, resident, language)
  await goByMenu(page, say.settings, language)
  await page.getByRole('link', { name: say.manage }).click()
  await expect(page.getByRole('heading', { name: say.title, level: 1 })).toBeVisible()
  await expect(page.getByText(say.none)).toBeVisible()
}

async function secretIn(page: Page): Promise<string> {
  return (await page.getByTestId('secret').textContent()) ?? ''
}

async function revoke(page: Page, row: ReturnType<Page['locator']>, language: Language) {
  const say = said[language]
  await row.getByRole('button', { name: say.revoke }).click()
  await page.getByRole('dialog').getByRole('button', { name: say.revoke, exact: true }).click()
  await expect(page.getByText(say.none)).toBeVisible()
}
