import type { Page } from '@playwright/test'
import { aBuyer, issue, linkTo, words } from '#support/counter.ts'
import { expectAccessible } from '#support/accessible.ts'
import { card, goByMenu, park, openAs, signIn, words as screen } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const password = 'vier groene fietsen zwemmen'

test('A2, A4, A5: a buyer without an account gets a mail and parks', async ({
  page,
  town,
  language,
}) => {
  const say = { ...screen[language], ...words[language] }
  const email = aBuyer()
  await issue(page, email, language)
  const issued = page.getByRole('article', { name: email })
  await expect(issued).toContainText(say.notLinked)
  const counter = page
  const buyer = await page.context().newPage()
  await buyer.goto(await linkTo(town, email))
  await expect(buyer.getByRole('heading', { name: say.title, level: 1 })).toBeVisible()
  // What opens it is not in the address any more.
  expect(new URL(buyer.url()).hash).toBe('')
  await expect(buyer.getByLabel(screen[language].email)).toHaveValue(email)
  await expect(buyer.getByLabel(screen[language].email)).not.toBeEditable()
  await buyer.getByRole('textbox', { name: say.password, exact: true }).fill(password)
  await buyer.getByRole('textbox', { name: say.again, exact: true }).fill(password)
  await buyer.getByRole('button', { name: say.register }).click()
  await expect(buyer.getByRole('heading', { name: say.sessions, level: 1 })).toBeVisible()
  await expect(buyer.getByRole('banner')).toContainText('Bezoekersregeling')
  await expect(buyer.getByRole('banner')).toContainText(say.money('75.00'))
  if (language === 'nl') {
    await park(buyer, 'GBB01B')
    await expect(card(buyer, 'GBB-01-B')).toBeVisible()
  }
  await issue(counter, aBuyer(), language)
  await expect(issued.getByText(say.linked)).toBeVisible()
})

test('A3: a buyer with an account signs in, confirms, and has the product', async ({
  page,
  town,
}) => {
  const anna = await town.welcomeResident()
  await issue(page, anna.email)
  await page.goto(await linkTo(town, anna.email))
  await expect(page.getByText(`Log in met ${anna.email}`)).toBeVisible()
  await page.getByRole('link', { name: 'Inloggen' }).click()
  await page.getByLabel('E-mailadres').fill(anna.email)
  await page.getByRole('textbox', { name: 'Wachtwoord', exact: true }).fill(anna.password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await page.getByRole('button', { name: 'Bevestigen' }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Centrum, Waterdam')
})

test('a link that was sent to somebody else says as whom one is signed in', async ({
  page,
  town,
}) => {
  const [anna, eve] = [await town.welcomeResident(), await town.welcomeResident()]
  await issue(page, anna.email)
  const link = await linkTo(town, anna.email)
  await openAs(page, eve)
  await page.goto(link)
  await expect(page.getByText(`U bent ingelogd als ${eve.email}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Uitloggen en verdergaan' }).click()
  await expect(page.getByText(`Log in met ${anna.email}`)).toBeVisible()
})

test('A5: a link that a newer one superseded, and one that expired, say so', async ({
  page,
  town,
}) => {
  const email = aBuyer()
  await issue(page, email)
  const former = await linkTo(town, email)
  await page.getByRole('article', { name: email }).getByText('Stuur de e-mail opnieuw').click()
  await expect(page.getByText(`opnieuw verstuurd naar ${email}`)).toBeVisible()
  const latest = await linkTo(town, email)
  await open(page, former)
  await expect(page.getByRole('heading', { name: 'Er is een nieuwere link.' })).toBeVisible()
  await town.timePasses({ hours: 14 * 24 })
  await open(page, latest)
  await expect(page.getByRole('heading', { name: 'Deze link is verlopen.' })).toBeVisible()
  await expectAccessible(page)
  await open(page, `${new URL(latest).origin}/link#made-up`)
  await expect(page.getByRole('heading', { name: 'Deze link kennen we niet.' })).toBeVisible()
})

test('A5: [Ga naar 2Park] opens the link in a tab of its own', async ({ page }) => {
  const email = aBuyer()
  await issue(page, email)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('article', { name: email }).getByText('Ga naar 2Park').click()
  const buyer = await opened
  await expect(buyer.getByRole('heading', { name: 'Bezoekersregeling koppelen' })).toBeVisible()
})

test('A4: what is wrong with a password is said at its field', async ({ page, town }) => {
  const email = aBuyer()
  await issue(page, email)
  await page.goto(await linkTo(town, email))
  const first = page.getByRole('textbox', { name: 'Wachtwoord', exact: true })
  const again = page.getByRole('textbox', { name: 'Wachtwoord nog een keer' })
  const send = page.getByRole('button', { name: 'Maak account en koppel' })
  await first.fill('kort')
  await send.click()
  await expect(first).toHaveAccessibleDescription('Gebruik minstens 15 tekens.')
  await expect(page.getByRole('alert')).toBeFocused()
  await first.fill(password)
  await again.fill('iets anders')
  await send.click()
  await expect(again).toHaveAccessibleDescription(/niet hetzelfde wachtwoord/)
  await expect(again).toBeFocused()
  await first.fill('wachtwoordwachtwoord')
  await again.fill('wachtwoordwachtwoord')
  await send.click()
  await expect(first).toHaveAccessibleDescription(/Kies een ander wachtwoord/)
})

test('the clerk blocks a product and ends it, and the page and the link page have no flaw', async ({
  page,
  town,
}) => {
  const email = aBuyer()
  await issue(page, email)
  const issued = page.getByRole('article', { name: email })
  await issued.getByRole('button', { name: 'Blokkeer' }).click()
  await expect(issued).toContainText('Geblokkeerd')
  await expectAccessible(page)
  await issued.getByRole('button', { name: 'Deblokkeer' }).click()
  await expect(issued).not.toContainText('Geblokkeerd')
  await issued.getByRole('button', { name: 'Beëindig' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Beëindig', exact: true }).click()
  await expect(issued).toContainText('Beëindigd')
  await page.getByLabel('E-mailadres van de houder').fill('geen adres')
  await page.getByRole('button', { name: 'Geef uit' }).click()
  await expect(page.getByLabel('E-mailadres van de houder')).toHaveAccessibleDescription(
    /Vul een e-mailadres in/,
  )
  await expectAccessible(page)

  const buyer = aBuyer()
  await issue(page, buyer)
  await page.goto(await linkTo(town, buyer))
  const register = page.getByRole('button', { name: 'Maak account en koppel' })
  await register.waitFor()
  await expectAccessible(page)
  await register.click()
  await expectAccessible(page)
})

test('A5: a product whose holder closed their account is sent to a new address', async ({
  page,
  town,
}) => {
  const former = await town.welcomeResident()
  await issue(page, former.email)
  const link = await linkTo(town, former.email)
  const holder = await page.context().newPage()
  await signIn(holder, former)
  await open(holder, link)
  await holder.getByRole('button', { name: 'Bevestigen' }).click()
  await holder.getByRole('heading', { name: 'Parkeeracties', level: 1 }).waitFor()
  await goByMenu(holder, 'Instellingen')
  await holder.getByRole('button', { name: 'Hef account op' }).click()
  const sheet = holder.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Wachtwoord' }).fill(former.password)
  await sheet.getByRole('button', { name: 'Hef account op' }).click()
  await expect(holder.getByText('Uw account is opgeheven')).toBeVisible()

  await issue(page, aBuyer())
  const released = page.getByRole('article', { name: 'Van niemand' })
  await expect(released).toContainText('Nog niet gekoppeld')
  await expectAccessible(page)
  const next = aBuyer()
  await released.getByLabel('E-mailadres van de nieuwe houder').fill(next)
  await released.getByRole('button', { name: 'Stuur de e-mail' }).click()
  await expect(page.getByRole('article', { name: next })).toContainText('Nog niet gekoppeld')
  expect(await linkTo(town, next)).toContain('/link#')
})

test('a token that is not the shop’s opens nothing', async ({ page }) => {
  await page.goto('/permit-shop')
  await page.getByLabel('Token van het loket').fill('verkeerd')
  await page.getByRole('button', { name: 'Openen' }).click()
  await expect(page.getByRole('alert')).toContainText('Dit token klopt niet.')
})

/** Also in the tab where another link was open: only what stands behind the # differs. */
async function open(page: Page, link: string) {
  await page.goto('about:blank')
  await page.goto(link)
}
