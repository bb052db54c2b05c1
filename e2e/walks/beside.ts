/** Along the pages that a demo has beside the app. They have no contrasts to choose from, but go dark. */
import type { Stage } from '../looks/scene.ts'
import type { Walk } from './walk.ts'

export const beside = {
  name: 'beside the app, in a demo',
  by: { balance: 30_00, topUps: { options: [{ priceCents: 10_00, gives: 10_00 }] } },
  stops: [
    { of: 'bank', at: '/products/{product}/top-up', act: goToBank },
    { of: 'bank', act: goDark },
    { of: 'bank', act: payAndComeBack },
    { of: 'clock', act: readInOwnLanguage, at: '/demo/clock' },
    { of: 'clock', act: goDark },
    { of: 'mailbox', act: beMailed },
    { of: 'mailbox', act: goDark },
    { of: 'mail', act: openMail },
    { of: 'mail', act: goDark },
    { of: 'mail', act: seeAsPrograms },
    { of: 'mail', act: goDark },
  ],
} as const satisfies Walk

async function goToBank({ page, press }: Stage) {
  await press('pay')
  await page.waitForURL(/sandbox/)
}

async function payAndComeBack({ page, say }: Stage) {
  const bank = page.url()
  await page.locator('button[value="paid"]').click()
  await page.getByText(say('top_up_paid')).waitFor()
  await page.goto(bank)
}

/** As these pages are told it: by the browser. */
async function readInOwnLanguage({ page, language }: Stage) {
  await page.setExtraHTTPHeaders({ 'accept-language': language })
  await page.reload()
}

async function goDark({ page }: Stage) {
  await page.emulateMedia({ colorScheme: 'dark' })
}

async function beMailed({ page, town, resident, open, fill, press, say }: Stage) {
  await open('/forgot-password')
  await fill('email', resident.email)
  await press('forgot_send')
  await page.getByRole('heading', { name: say('forgot_asked_title') }).waitFor()
  await town.mailsTo(resident.email)
  await open('/demo/mailbox')
}

async function openMail({ page, resident }: Stage) {
  const mail = page.getByRole('listitem').filter({ hasText: resident.email })
  await mail.getByRole('link').click()
  await page.locator('iframe').waitFor()
}

/**
 * In the main part of a page that shows the focus: what is around a mail is its program's. By itself it lets
 * no script run, ours neither.
 */
async function seeAsPrograms({ page }: Stage) {
  const address = (await page.locator('iframe').getAttribute('src')) ?? ''
  const html = await (await page.request.get(address)).text()
  const around = '<style>:focus-visible { outline: 3px solid }</style><main>'
  await page.goto('about:blank')
  await page.setContent(html.replace(/<body[^>]*>/, (body) => body + around))
}
