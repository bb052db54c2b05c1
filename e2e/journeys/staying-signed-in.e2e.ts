import type { Page } from '@playwright/test'
import { expectAccessible } from '#support/accessible.ts'
import { quietOf } from '#support/quiet.ts'
import { goByMenu, openForm, plateField, signIn } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'
import type { Resident, ResidentGiven, Town } from '#support/town.ts'

test('A9: who does nothing is warned two minutes before, and stays with one press', async ({
  page,
  town,
}) => {
  const { time } = await signInTimed(page, town)
  await time.passes(28)
  const warning = page.getByRole('dialog', { name: 'Bent u er nog?' })
  await expect(warning).toBeVisible()
  const stay = warning.getByRole('button', { name: 'Blijf ingelogd' }).last()
  await expect(stay).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(warning).toBeHidden()
  await time.passes(20)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
})

test('A9: who is signed out is told why, and goes on where they were, with what was filled in', async ({
  page,
  town,
}) => {
  const { resident, time } = await signInTimed(page, town)
  await openForm(page, 'GBB01B')
  await page.getByRole('radio', { name: '2 uur' }).check()
  await time.passes(31)
  await expect(page.getByText('U bent uitgelogd, omdat u een half uur niets deed.')).toBeVisible()
  expect(await everythingKept(page)).not.toContain('GBB01B')
  await signInAgain(page, resident)
  await expect(page.getByRole('dialog', { name: 'Nieuwe parkeeractie' })).toBeVisible()
  await expect(plateField(page)).toHaveValue('GBB-01-B')
  await expect(page.getByRole('radio', { name: '2 uur' })).toBeChecked()
})

test('A9: twelve hours after signing in one is told so, and goes on after signing in again', async ({
  page,
  town,
}) => {
  const { resident, time } = await signInTimed(page, town)
  const warning = page.getByRole('dialog', { name: 'U logt zo opnieuw in' })
  for (let turn = 0; turn < 26; turn++) {
    await town.timePasses({ minutes: 27 })
    await page.request.get('/api/v1/account')
  }
  await page.reload()
  await openForm(page, 'GBB01B')
  await time.passes(16)
  await expect(warning).toContainText(/om \d\d:\d\d uitgelogd/)
  await expectAccessible(page)
  await warning.getByRole('button', { name: 'Opnieuw inloggen' }).click()
  await signInAgain(page, resident)
  await expect(plateField(page)).toHaveValue('GBB-01-B')
})

test('A9: other forms are there again as they were left, too', async ({ page, town }) => {
  const { resident, time } = await signInTimed(page, town, { delegations: 'plateOptional' })
  await goByMenu(page, 'Machtigingen')
  await page.getByRole('link', { name: 'Nieuwe machtiging' }).click()
  await page.getByLabel('E-mailadres').fill('oma@example.com')
  await time.passes(31)
  await signInAgain(page, resident)
  const sheet = page.getByRole('dialog', { name: 'Nieuwe machtiging' })
  await expect(sheet.getByLabel('E-mailadres')).toHaveValue('oma@example.com')
  await sheet.getByRole('button', { name: 'Sluiten' }).click()
  await goByMenu(page, 'Favorieten')
  await page.getByRole('link', { name: 'Nieuwe favoriet' }).click()
  await page.getByRole('textbox', { name: 'Naam' }).fill('Oma')
  await time.passes(31)
  await signInAgain(page, resident)
  await expect(page.getByRole('textbox', { name: 'Naam' })).toHaveValue('Oma')
})

test('A9: so are the forms of the settings, but for the password', async ({ page, town }) => {
  const { resident, time } = await signInTimed(page, town)
  await goByMenu(page, 'Instellingen')
  await page.getByText('Wijzig e-mailadres').click()
  await page.getByLabel('Nieuw e-mailadres').fill('anna@example.com')
  const password = page.getByRole('textbox', { name: 'Huidig wachtwoord' }).first()
  await password.fill(resident.password)
  await time.passes(31)
  await signInAgain(page, resident)
  await expect(page.getByLabel('Nieuw e-mailadres')).toHaveValue('anna@example.com')
  await expect(password).toHaveValue('')
  await page.getByRole('link', { name: 'Beheer tokens' }).click()
  await page.getByRole('button', { name: 'Nieuw token of agenda-adres' }).click()
  await page.getByRole('textbox', { name: 'Naam' }).fill('Home Assistant')
  await page.getByRole('radio', { name: 'Parkeren' }).check()
  await page.getByLabel('Voor welk product').selectOption({ index: 1 })
  await page.getByLabel('Bedrag in euro').fill('5')
  await time.passes(31)
  await signInAgain(page, resident)
  await expect(page.getByRole('textbox', { name: 'Naam' })).toHaveValue('Home Assistant')
  await expect(page.getByLabel('Bedrag in euro')).toHaveValue('5')
})

test('A9: what was filled in is for nobody else who signs in there', async ({ page, town }) => {
  const { time } = await signInTimed(page, town)
  await openForm(page, 'GBB01B')
  await time.passes(31)
  await expect(page.getByText('omdat u een half uur niets deed')).toBeVisible()
  await signInAgain(page, await town.welcomeResident())
  await page.getByRole('heading', { name: 'Niet gevonden' }).waitFor()
  await page.goto('/')
  await page.getByRole('link', { name: 'Nieuwe parkeeractie' }).click()
  await expect(plateField(page)).toHaveValue('')
})

test('A7: who is remembered is still signed in when the browser was closed, days later', async ({
  page,
  context,
  browser,
  town,
  baseURL,
}) => {
  const resident = await town.welcomeResident()
  await page.goto('/')
  await page.getByRole('checkbox', { name: 'Onthoud mij' }).check()
  await signInAgain(page, resident)
  await page.getByRole('heading', { name: 'Parkeeracties', level: 1 }).waitFor()
  await town.timePasses({ hours: 72 })

  // What outlives a browser: cookies with an age.
  const cookies = (await context.cookies()).filter(({ expires }) => expires > 0)
  const reopened = await browser.newContext({ baseURL: baseURL ?? '' })
  await reopened.addCookies(cookies)
  const again = await reopened.newPage()
  await again.goto('/')
  await expect(again.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
  await reopened.close()
})

test('A7: who is not remembered is signed out when the browser closes', async ({
  page,
  context,
  town,
}) => {
  await signIn(page, await town.welcomeResident())
  const kept = (await context.cookies()).filter(({ expires }) => expires > 0)
  expect(kept).toEqual([])
})

/** Somebody signs in, whose time of the server and of the browser passes alike. */
async function signInTimed(page: Page, town: Town, given: ResidentGiven = {}) {
  await page.clock.install()
  const time = timeOf(page, town)
  const resident = await town.welcomeResident(given)
  await signIn(page, resident)
  return { resident, time }
}

/** Passes while nothing is under way between the two. */
function timeOf(page: Page, town: Town) {
  const quiet = quietOf(page)
  return {
    passes: async (minutes: number) => {
      await quiet()
      await town.timePasses({ minutes })
      await page.clock.fastForward(minutes * 60_000 + 2000)
    },
  }
}

/** Waits for the page of signing in first: the form that one leaves may ask for an e-mail address, too. */
async function signInAgain(page: Page, { email, password }: Resident) {
  await page.getByRole('button', { name: 'Inloggen', exact: true }).waitFor()
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByRole('textbox', { name: 'Wachtwoord', exact: true }).fill(password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]))
}
