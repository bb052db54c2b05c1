/** What a demo has beside the app: the mailbox, the clock that can be moved, and the practice bank. */
import { buyer, longest, usual } from '../people.ts'
import type { Scene, Stage } from '../scene.ts'

type Part = 'mailbox' | 'clock' | 'bank'

export const demo: Readonly<Record<Part, readonly [Scene, ...Scene[]]>> = {
  mailbox: [
    { by: usual, at: '/demo/mailbox', state: 'full', before: receiveMail },
    { by: usual, at: '/demo/mailbox', state: 'dark', before: receiveInTheDark },
    { by: usual, at: '/demo/mailbox', state: 'a mail', before: receiveMail, act: openMail },
    { by: longest, at: '/demo/mailbox', state: 'a long name', before: receiveMail, act: openMail },
    {
      by: usual,
      at: '/demo/mailbox',
      state: 'in the dark',
      before: receiveInTheDark,
      act: openMail,
    },
  ],
  clock: [
    { at: '/demo/clock', state: 'full' },
    { at: '/demo/clock', state: 'dark', before: inTheDark },
    { at: '/demo/clock', state: 'refused', act: sayNothing },
  ],
  bank: [
    { by: buyer, at: '/products/{product}/top-up', state: 'asked', act: goToBank },
    { by: buyer, at: '/products/{product}/top-up', state: 'paid before', act: comeBackToBank },
  ],
}

async function inTheDark({ page }: Stage) {
  await page.emulateMedia({ colorScheme: 'dark' })
}

async function receiveMail({ send, town, resident: { email } }: Stage) {
  await send('POST', '/products/{product}/history/_mail', { list: 'transactions' })
  await town.mailsTo(email)
}

async function receiveInTheDark(stage: Stage) {
  await inTheDark(stage)
  await receiveMail(stage)
}

async function openMail({ page, resident: { email } }: Stage) {
  const own = page.getByRole('listitem').filter({ hasText: email })
  await own.getByRole('link').first().click()
  await page.frameLocator('iframe').getByRole('table').first().waitFor()
}

/** The clock of the server under test takes every moment, as long as it is one. */
async function sayNothing({ page }: Stage) {
  await page.locator('input').fill('')
  const form = page.locator('form').last()
  await form.evaluate((element: HTMLFormElement) => element.setAttribute('novalidate', ''))
  await form.getByRole('button').click()
  await page.locator('#error').waitFor()
}

async function goToBank({ page, press }: Stage) {
  await press('pay')
  await page.locator('button[value="paid"]').waitFor()
}

async function comeBackToBank(stage: Stage) {
  await goToBank(stage)
  const { page } = stage
  const bank = page.url()
  await page.locator('button[value="paid"]').click()
  await page.getByRole('status').locator('b').waitFor()
  await page.goto(bank)
}
