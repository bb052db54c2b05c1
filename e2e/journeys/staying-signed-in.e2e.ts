import type { Page } from '@playwright/test'
import { openForm, plateField, signIn } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'
import type { Resident, Town } from '#support/town.ts'

test('A9: who does nothing is warned two minutes before, and stays with one press', async ({
  page,
  town,
}) => {
  await page.clock.install()
  await signIn(page, await town.welcomeResident())
  await minutesPass(page, town, 28)
  const warning = page.getByRole('dialog', { name: 'Bent u er nog?' })
  await expect(warning).toBeVisible()
  const stay = warning.getByRole('button', { name: 'Blijf ingelogd' }).last()
  await expect(stay).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(warning).toBeHidden()
  await minutesPass(page, town, 20)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
})

test('A9: who is signed out is told why, and goes on where they were, with what was filled in', async ({
  page,
  town,
}) => {
  await page.clock.install()
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  await openForm(page, 'GBB01B')
  await page.getByRole('radio', { name: '2 uur' }).check()
  await minutesPass(page, town, 31)
  await expect(page.getByText('U bent uitgelogd, omdat u een half uur niets deed.')).toBeVisible()
  expect(await everythingKept(page)).not.toContain('GBB01B')
  await signInAgain(page, resident)
  await expect(page.getByRole('dialog', { name: 'Nieuwe parkeeractie' })).toBeVisible()
  await expect(plateField(page)).toHaveValue('GBB-01-B')
  await expect(page.getByRole('radio', { name: '2 uur' })).toBeChecked()
})

test('A9: what was filled in is for nobody else who signs in there', async ({ page, town }) => {
  await page.clock.install()
  await signIn(page, await town.welcomeResident())
  await openForm(page, 'GBB01B')
  await minutesPass(page, town, 31)
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

/** On the server and in the browser alike, when nothing is under way between them. */
async function minutesPass(page: Page, town: Town, minutes: number) {
  await page.waitForLoadState('networkidle')
  await town.timePasses({ minutes })
  await page.clock.fastForward(minutes * 60_000 + 2000)
}

async function signInAgain(page: Page, { email, password }: Resident) {
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByRole('textbox', { name: 'Wachtwoord', exact: true }).fill(password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]))
}
