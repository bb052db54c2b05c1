/** Along what there is beside the password: an authenticator app, passkeys, and signing in with them. */
import { codeAt } from '#support/authenticator-app.ts'
import { plugInAuthenticator } from '#support/passkey-device.ts'
import { fillSignIn } from '#support/screen.ts'
import type { Stage } from '../looks/scene.ts'
import type { Walk } from './walk.ts'

const at = '/security'

export const security = {
  name: 'what one signs in with',
  by: {},
  stops: [
    { of: 'security', at, act: ({ press }) => press('set_up_app'), sheet: 'set_up_app' },
    { of: 'security', act: scan, sheet: 'scan_code' },
    { of: 'security', act: ({ press }) => press('confirm'), sheet: 'scan_code' },
    { of: 'security', act: confirmApp, sheet: 'recovery_codes' },
    { of: 'security', act: ({ press }) => press('codes_kept') },
    {
      of: 'security',
      act: ({ press }) => press('new_recovery_codes'),
      sheet: 'new_recovery_codes',
    },
    { of: 'security', at, act: removeApp, sheet: 'remove_app_title' },
    { of: 'security', at, act: ({ press }) => press('add_passkey'), sheet: 'add_passkey' },
    { of: 'security', act: makePasskey },
    { of: 'security', act: ({ press }) => press('rename_passkey'), sheet: 'rename_passkey' },
    {
      of: 'security',
      at,
      act: ({ press }) => press('remove_passkey'),
      sheet: 'remove_passkey_title',
    },
    { of: 'security', act: beAskedForPassword, sheet: 'remove_passkey_title' },
    { of: 'signIn', at: '/about?sheet=menu', act: comeToSecondStep },
    { of: 'signIn', act: typeWrongCode },
  ],
} as const satisfies Walk

async function scan({ press, sheet, say }: Stage) {
  await press('go_on')
  await sheet.getByRole('img', { name: say('qr_code') }).waitFor()
}

const soon = '2026-11-23T10:05:00+01:00'

async function confirmApp({ town, sheet, fill, press, say }: Stage) {
  await town.setClock(soon)
  const secret = (await sheet.getByTestId('secret').textContent()) ?? ''
  await fill('app_code', codeAt(secret, soon))
  await press('confirm')
  await sheet.getByRole('list', { name: say('recovery_codes') }).waitFor()
}

/** Without what it takes. */
async function removeApp({ press, sheet }: Stage) {
  await press('remove_app')
  await sheet.waitFor()
  await press('remove_app')
}

async function makePasskey({ page, press, sheet }: Stage) {
  await plugInAuthenticator(page)
  await press('go_on')
  await sheet.waitFor({ state: 'detached' })
}

async function beAskedForPassword({ town, sheet, press, say }: Stage) {
  await town.timePasses({ minutes: 11 })
  await press('remove_passkey')
  await sheet.getByLabel(say('password'), { exact: true }).waitFor()
}

async function comeToSecondStep({ page, language, press, say, resident }: Stage) {
  await press('sign_out')
  await fillSignIn(page, resident, language)
  await page.getByRole('heading', { name: say('second_step') }).waitFor()
}

async function typeWrongCode({ page, fill, press }: Stage) {
  await fill('app_code', '123')
  await press('sign_in')
  await page.getByRole('alert').waitFor()
}
