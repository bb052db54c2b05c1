import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import {
  balance,
  card,
  confirm,
  goByMenu,
  park,
  plateField,
  openAs,
  words,
  type Language,
} from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const said = {
  nl: {
    delegations: 'Machtigingen',
    newDelegation: 'Nieuwe machtiging',
    plateOptional: 'Kenteken (niet verplicht)',
    part: 'Deel van uw saldo, in euro’s',
    save: 'Sla op',
    pending: 'Nog niet geaccepteerd',
    accepted: 'Geaccepteerd',
    revoked: 'Ingetrokken',
    passwordAgain: 'Wachtwoord nog een keer',
    register: 'Maak account en koppel',
    by: 'Machtiging van',
    onlyPlate: 'Alleen met kenteken',
    startedBy: 'Gestart door',
    change: 'Wijzig saldo',
    revoke: 'Intrekken',
    revokeTitle: 'Machtiging intrekken?',
    stopThem: 'Stop ze ook',
  },
  en: {
    delegations: 'Authorisations',
    newDelegation: 'New authorisation',
    plateOptional: 'Licence plate (optional)',
    part: 'Part of your balance, in euros',
    save: 'Save',
    pending: 'Not accepted yet',
    accepted: 'Accepted',
    revoked: 'Revoked',
    passwordAgain: 'Password again',
    register: 'Make account and link',
    by: 'Authorised by',
    onlyPlate: 'With this plate only',
    startedBy: 'Started by',
    change: 'Change balance',
    revoke: 'Revoke',
    revokeTitle: 'Revoke this authorisation?',
    stopThem: 'Stop them as well',
  },
} as const

test('J1–J6: somebody without an account is invited, parks, and is sent away', async ({
  page,
  town,
  browser,
  contextOptions,
  server,
  language,
}) => {
  const say = { ...words[language], ...said[language] }
  const email = `${randomUUID()}@example.com`
  const context = await browser.newContext({ ...contextOptions, baseURL: server.address })
  const delegate = await context.newPage()

  await test.step('J1, J3: the holder invites, with a plate and a part', async () => {
    const holder = await town.welcomeResident({ balance: 50_00, delegations: 'plateOptional' })
    await openAs(page, holder, language)
    await goByMenu(page, say.delegations, language)
    await invite(page, language, { email, plate: 'GBB01B', part: '10' })
    await expect(delegationOf(page, email)).toContainText(say.pending)
    await expect(delegationOf(page, email)).toContainText(say.money('10.00'))
    await expect(balance(page)).toContainText(say.money('40.00'))
  })

  await test.step('J2, J4: the mail leads to an account, and to the one plate', async () => {
    const [mail] = await town.mailsTo(email)
    const password = `${randomUUID()} parkeert`
    await delegate.goto(mail?.links[0] ?? '')
    await speak(delegate, language)
    await delegate.getByRole('textbox', { name: say.password, exact: true }).fill(password)
    await delegate.getByRole('textbox', { name: say.passwordAgain }).fill(password)
    await delegate.getByRole('button', { name: say.register }).click()
    await delegate.getByRole('heading', { name: say.sessions, level: 1 }).waitFor()
    await expect(delegate.getByText(say.by)).toBeVisible()
    await expect(balance(delegate)).toContainText(say.money('10.00'))
  })

  await test.step('J4, J5: the delegate parks from the part; the plate is settled', async () => {
    await delegate.getByRole('link', { name: say.newSession }).click()
    const sheet = delegate.getByRole('dialog')
    await expect(sheet).toContainText(say.onlyPlate)
    await expect(plateField(delegate, language)).toBeHidden()
    await delegate.getByRole('radio', { name: say.twoHours }).check()
    await confirm(delegate, language)
    await expect(card(delegate, 'GBB-01-B')).toContainText(say.timeLeft)
    await expect(balance(delegate)).toContainText(say.money('5.20'))
  })

  await test.step('I4, J1, J7: the menu has nothing of the holder’s own', async () => {
    await delegate.getByRole('button', { name: say.menu, exact: true }).click()
    const menu = delegate.getByRole('dialog')
    await expect(menu.getByRole('link', { name: say.sessions, exact: true })).toBeVisible()
    for (const name of [say.favourites, say.delegations]) {
      await expect(menu.getByRole('link', { name, exact: true })).toBeHidden()
    }
    await delegate.keyboard.press('Escape')
  })

  await test.step('K4: the holder sees the session and who parked', async () => {
    await goByMenu(page, say.sessions, language)
    await page.reload()
    await expect(card(page, 'GBB-01-B')).toContainText(`${say.startedBy} ${email}`)
    await expect(card(page, 'GBB-01-B').getByRole('button', { name: say.extend })).toBeHidden()
    await goByMenu(page, say.delegations, language)
    await expect(delegationOf(page, email)).toContainText(say.accepted)
    await expect(delegationOf(page, email)).toContainText(say.money('5.20'))
  })

  await test.step('J5: the holder gives more', async () => {
    await delegationOf(page, email).getByRole('button', { name: say.change }).click()
    await page.getByLabel(say.part).fill('15,20')
    await page.getByRole('button', { name: say.save }).click()
    await expect(delegationOf(page, email)).toContainText(say.money('15.20'))
    await expect(balance(page)).toContainText(say.money('30.00'))
  })

  await test.step('J6: the holder revokes, and stops what is parked in the same step', async () => {
    await town.timePasses({ minutes: 10 })
    await delegationOf(page, email).getByRole('button', { name: say.revoke }).click()
    const sheet = page.getByRole('dialog', { name: say.revokeTitle })
    await expect(sheet).toContainText(email)
    await expect(sheet).toContainText(say.money('15.20'))
    await sheet.getByRole('radio', { name: say.stopThem }).check()
    await sheet.getByRole('button', { name: say.revoke, exact: true }).click()
    await expect(delegationOf(page, email)).toContainText(say.revoked)
    // Of ten minutes and the seconds that this took, at four cents a minute, nothing comes back.
    await expect(balance(page)).toContainText(say.money('49.5'))
  })

  await test.step('J6: the delegate can do nothing there any more', async () => {
    await delegate.goto('/')
    await delegate.getByRole('heading', { level: 1 }).waitFor()
    await expect(delegate.getByRole('link', { name: say.newSession })).toBeHidden()
  })
  await context.close()
})

test('A1, J8: somebody of another municipality accepts, and parks there beside their own', async ({
  page,
  town,
  browser,
  contextOptions,
  server,
}) => {
  const bea = await town.welcomeResident({ balance: 8_00 })
  await openAs(page, await town.welcomeResident({ balance: 50_00, delegations: 'plateOptional' }))
  await goByMenu(page, said.nl.delegations)
  await invite(page, 'nl', { email: bea.email, plate: '', part: '' })

  const context = await browser.newContext({ ...contextOptions, baseURL: server.address })
  const delegate = await context.newPage()
  await openAs(delegate, bea)
  await expect(balance(delegate)).toContainText('€ 8,00')
  await delegate.goto((await town.mailsTo(bea.email)).at(-1)?.links[0] ?? '')
  await delegate.getByRole('button', { name: words.nl.confirm }).click()
  await expect(delegate.getByText(said.nl.by)).toBeVisible()
  await expect(balance(delegate)).toContainText('€ 50,00')
  await park(delegate, 'XX-99-YY')
  await expect(card(delegate, 'XX-99-YY')).toBeVisible()
  await goByMenu(delegate, words.nl.allProducts)
  await expect(delegate.getByRole('link', { name: words.nl.showProducts })).toHaveCount(2)
  await context.close()

  await page.goto('/')
  await expect(card(page, 'XX-99-YY')).toContainText(bea.email)
})

test('J3: what is wrong is said at its field, and by the rules that say no', async ({
  page,
  town,
}) => {
  const holder = await town.welcomeResident({ balance: 5_00, delegations: 'plateRequired' })
  await openAs(page, holder)
  await goByMenu(page, 'Machtigingen')
  await page.getByRole('link', { name: 'Nieuwe machtiging' }).click()
  await page.getByRole('button', { name: 'Sla op' }).click()
  const email = page.getByLabel('E-mailadres')
  await expect(email).toHaveAccessibleDescription(/Vul een e-mailadres in/)
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(plateField(page)).toHaveAccessibleDescription(/Vul een kenteken in/)

  await email.fill(holder.email)
  await plateField(page).fill('GBB01B')
  await page.getByLabel('Deel van uw saldo, in euro’s').fill('veel')
  await page.getByRole('button', { name: 'Sla op' }).click()
  const part = page.getByLabel('Deel van uw saldo, in euro’s')
  await expect(part).toHaveAccessibleDescription(/Vul een bedrag of hoeveelheid in/)
  await part.fill('5,01')
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('alert')).toContainText('Dit product is van uzelf.')
  await email.fill('iemand@example.com')
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('alert')).toContainText('Zo veel saldo heeft u niet.')
  await part.fill('')
  await part.press('Enter')
  await expect(delegationOf(page, 'iemand@example.com')).toContainText('Uw hele saldo')
})

test('J1: there is no page of delegations where the municipality did not choose them', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  const menu = page.getByRole('dialog')
  await expect(menu.getByRole('link', { name: 'Favorieten', exact: true })).toBeVisible()
  await expect(menu.getByRole('link', { name: 'Machtigingen', exact: true })).toBeHidden()
})

type Wish = { readonly email: string; readonly plate: string; readonly part: string }

async function invite(page: Page, language: Language, { email, plate, part }: Wish) {
  const say = { ...words[language], ...said[language] }
  await page.getByRole('link', { name: say.newDelegation }).click()
  await page.getByLabel(say.email).fill(email)
  await page.getByRole('textbox', { name: say.plateOptional }).fill(plate)
  await page.getByLabel(say.part).fill(part)
  await page.getByRole('button', { name: say.save }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function speak(page: Page, language: Language) {
  await page.getByRole('radio', { name: words[language].language }).check()
}

function delegationOf(page: Page, email: string) {
  return page.getByRole('article', { name: email })
}
