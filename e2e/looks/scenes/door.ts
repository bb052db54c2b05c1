/** The pages from before one is in: signing in, and links from mails. */
import { aBuyer, issue, linkTo } from '#support/counter.ts'
import { fillSignIn, openAs } from '#support/screen.ts'
import { cut, hold, inTrouble } from '../conditions.ts'
import type { Pages } from '../pages.ts'
import { usual } from '../people.ts'
import type { Stage } from '../scene.ts'
import { addApp, addPasskey } from './security.ts'

const at = '/sign-in'
const somebody = { email: 'anna@example.com', password: 'not her password' }

export const signIn: Pages<'signIn'>['signIn'] = {
  page: [
    { at, state: 'empty' },
    { at, state: 'nothing filled in', act: ({ press }) => press('sign_in') },
    {
      at,
      state: 'refused',
      act: ({ page, language }) => refusedBy(page, fillSignIn(page, somebody, language)),
    },
    {
      at,
      state: 'no network',
      act: async (stage) => {
        await cut(stage, /sign-ins$/)
        await refusedBy(stage.page, fillSignIn(stage.page, somebody, stage.language))
      },
    },
    {
      at,
      state: 'signing in',
      act: async (stage) => {
        await hold(stage, /sign-ins$/)
        await fillSignIn(stage.page, somebody, stage.language)
      },
    },
    { at: `${at}?why=idle`, state: 'signed out: nothing done' },
    { at: `${at}?why=expired`, state: 'signed out: long ago' },
    { at: `${at}?why=stolen`, state: 'signed out: stolen' },
    { at: `${at}?why=passwordChanged`, state: 'password changed' },
    { at: `${at}?why=closed`, state: 'account closed' },
    { at, state: 'second step: passkey', act: (stage) => toSecondStep(stage, addPasskey) },
    { at, state: 'second step: app', act: (stage) => toSecondStep(stage, addApp) },
    {
      at,
      state: 'second step: recovery code',
      act: async (stage) => {
        await toSecondStep(stage, addApp)
        await stage.press('use_recovery_code')
      },
    },
  ],
}

async function refusedBy(page: Stage['page'], signingIn: Promise<void>) {
  await signingIn
  await page.getByRole('alert').first().waitFor()
}

async function toSecondStep(stage: Stage, setUp: (stage: Stage) => Promise<unknown>) {
  const { page, town, language, say, open } = stage
  const resident = await town.welcomeResident(usual)
  await openAs(page, resident, language)
  await open('/security')
  await setUp(stage)
  await page.context().clearCookies()
  await open(at)
  await fillSignIn(page, resident, language)
  await page.getByRole('heading', { name: say('second_step') }).waitFor()
}

export const forgotPassword: Pages<'forgotPassword'>['forgotPassword'] = {
  page: [
    { at: '/forgot-password', state: 'empty' },
    {
      at: '/forgot-password',
      state: 'nothing filled in',
      act: ({ press }) => press('forgot_send'),
    },
    {
      at: '/forgot-password',
      state: 'asked',
      act: async ({ page, fill, press, say }) => {
        await fill('email', `${'lang.'.repeat(12)}adres@example.com`)
        await press('forgot_send')
        await page.getByRole('heading', { name: say('forgot_asked_title') }).waitFor()
      },
    },
  ],
}

const passwordsDiffer = async ({ page, say }: Stage, button: string) => {
  await page
    .getByRole('textbox', {
      name: say(button === 'reset_change' ? 'password_new' : 'password'),
      exact: true,
    })
    .fill('paars fiets wolk')
  await page.getByRole('textbox', { name: say('password_again') }).fill('iets anders')
  await page.getByRole('button', { name: say(button), exact: true }).click()
}

export const resetPassword: Pages<'resetPassword'>['resetPassword'] = {
  page: [
    { at: '/reset-password#x', state: 'empty' },
    {
      at: '/reset-password#x',
      state: 'not the same twice',
      act: (stage) => passwordsDiffer(stage, 'reset_change'),
    },
    { at: '/reset-password', state: 'without a link' },
  ],
}

export const confirmEmail: Pages<'confirmEmail'>['confirmEmail'] = {
  page: [
    { at: '/confirm-email#x', state: 'asked' },
    { at: '/confirm-email', state: 'without a link' },
    {
      at: '/confirm-email#x',
      state: 'refused',
      act: async ({ page, press }) => {
        await press('confirm')
        await page.getByRole('alert').first().waitFor()
      },
    },
  ],
}

export const link: Pages<'link'>['link'] = {
  page: [
    { at: '/link', state: 'without a link' },
    { at: '/link#x', state: 'unknown' },
    ...inTrouble({ at: '/link#x' }, /\/links\//),
    { at: '/link', state: 'a new account', act: (stage) => openLink(stage, aBuyer()) },
    {
      at: '/link',
      state: 'passwords differ',
      act: async (stage) => {
        await openLink(stage, aBuyer())
        await passwordsDiffer(stage, 'link_register')
      },
    },
    {
      at: '/link',
      state: 'signing in first',
      act: async (stage) => openLink(stage, (await stage.town.welcomeResident(usual)).email),
    },
    {
      by: usual,
      at: '/link',
      state: 'to confirm',
      act: (stage) => openLink(stage, stage.resident.email),
    },
    { by: usual, at: '/link', state: 'somebody else', act: (stage) => openLink(stage, aBuyer()) },
  ],
}

async function openLink({ page, town, language }: Stage, email: string) {
  const counter = await page.context().newPage()
  await issue(counter, email, language)
  await counter.close()
  await page.goto('about:blank')
  await page.goto(await linkTo(town, email))
  await page.getByRole('heading', { level: 1 }).waitFor()
}

export const accessibility: Pages<'accessibility'>['accessibility'] = {
  page: [
    { at: '/toegankelijkheid', state: 'full' },
    ...inTrouble({ at: '/toegankelijkheid' }, /\/organisations$/),
  ],
}
