/** What one signs in with, what programs of one's own do that with, and the sheets of both. */
import { codeAt } from '#support/authenticator-app.ts'
import { plugInAuthenticator } from '#support/passkey-device.ts'
import { inTrouble } from '../conditions.ts'
import type { Pages } from '../pages.ts'
import { now, usual } from '../people.ts'
import { menuOn, type Scene, type Stage } from '../scene.ts'

const at = '/security'
const atTokens = '/access-tokens'

const here = (state: string, act?: Scene['act']): Scene => ({
  by: usual,
  at,
  state,
  ...(act && { act }),
})
const ofTokens = (state: string, act?: Scene['act']): Scene => ({
  ...here(state, act),
  at: atTokens,
})

export const security: Pages<'security'>['security'] = {
  page: [
    here('nothing yet'),
    here('with a passkey', addPasskey),
    here('with an app', addApp),
    here('few recovery codes', runOutOfCodes),
    here('recovery codes', seeCodes),
    here('adding a passkey', nameNewPasskey),
    here('a passkey, nothing filled in', addNameless),
    here('renaming a passkey', (stage) => withPasskey(stage, 'rename_passkey')),
    here('removing a passkey', (stage) => withPasskey(stage, 'remove_passkey')),
    here('an app: what it is', ({ press }) => press('set_up_app')),
    here('an app: its code', scanCode),
    here('an app: wrong code', typeWrongCode),
    here('removing the app', (stage) => removeApp(stage)),
    here('removing the app, nothing filled in', async (stage) => {
      await removeApp(stage)
      await stage.press('remove_app')
    }),
    here('new codes', (stage) => withPasskey(stage, 'new_recovery_codes')),
    here('password once more', addPasskeyLater),
    ...inTrouble({ by: usual, at }),
  ],
  menu: menuOn(usual, at),
}

async function nameNewPasskey(stage: Stage) {
  await plugInAuthenticator(stage.page)
  await stage.press('add_passkey')
  await stage.sheet.getByRole('button', { name: stage.say('go_on') }).waitFor()
}

async function seeCodes(stage: Stage) {
  await nameNewPasskey(stage)
  await stage.press('go_on')
  await stage.sheet.getByRole('list', { name: stage.say('recovery_codes') }).waitFor()
}

export async function addPasskey(stage: Stage) {
  await seeCodes(stage)
  await stage.press('codes_kept')
  await stage.sheet.waitFor({ state: 'detached' })
}

async function addPasskeyLater(stage: Stage) {
  await stage.town.timePasses({ minutes: 11 })
  await nameNewPasskey(stage)
  await stage.press('go_on')
  await stage.sheet.getByText(stage.say('password_once_more')).waitFor()
}

async function withPasskey(stage: Stage, deed: string) {
  await addPasskey(stage)
  await stage.press(deed)
  await stage.sheet.waitFor()
}

async function addNameless(stage: Stage) {
  await nameNewPasskey(stage)
  await stage.fill('name', '')
  await stage.press('go_on')
}

async function runOutOfCodes(stage: Stage) {
  await stage.page.route(/second-factor$/, async (route) => {
    const response = await route.fetch()
    const factor = (await response.json()) as object
    await route.fulfill({ response, json: { ...factor, recoveryCodesLeft: 1 } })
  })
  await addPasskey(stage)
}

export async function addApp(stage: Stage) {
  await scanCode(stage)
  const { sheet, fill, press, say } = stage
  const secret = await sheet.getByTestId('secret').innerText()
  await fill('app_code', codeAt(secret, now))
  await press('confirm')
  await sheet.getByRole('list', { name: say('recovery_codes') }).waitFor()
  await press('codes_kept')
  await sheet.waitFor({ state: 'detached' })
}

async function removeApp(stage: Stage) {
  await addApp(stage)
  await stage.press('remove_app')
  await stage.sheet.waitFor()
}

async function scanCode({ press, sheet, say }: Stage) {
  await press('set_up_app')
  await press('go_on')
  await sheet.getByRole('img', { name: say('qr_code') }).waitFor()
}

async function typeWrongCode(stage: Stage) {
  await scanCode(stage)
  await stage.fill('app_code', '000000')
  await stage.press('confirm')
  await stage.sheet.getByRole('alert').first().waitFor()
}

export const accessTokens: Pages<'accessTokens'>['accessTokens'] = {
  page: [
    ofTokens('empty'),
    ofTokens('full', makeSeveral),
    ofTokens('the form', ({ press }) => press('new_access_token')),
    ofTokens('nothing filled in', fillToken),
    ofTokens('its secret', (stage) => makeToken(stage, 'Home Assistant')),
    ofTokens('revoking', async (stage) => {
      await makeSeveral(stage)
      await stage.press('revoke')
    }),
    ...inTrouble({ by: usual, at: atTokens }),
  ],
  menu: menuOn(usual, atTokens),
}

async function fillToken({ press, choose, sheet, say }: Stage) {
  await press('new_access_token')
  await choose('token_park')
  await sheet.getByLabel(say('token_product')).selectOption({ index: 1 })
  await press('make_token')
}

async function makeToken({ press, fill, page }: Stage, name: string) {
  await press('new_access_token')
  await fill('name', name)
  await press('make_token')
  await page.getByTestId('secret').waitFor()
}

async function makeSeveral(stage: Stage) {
  for (const name of ['Home Assistant', 'Spreadsheet van de vereniging van eigen']) {
    await makeToken(stage, name)
    await stage.press('token_kept')
    await stage.sheet.waitFor({ state: 'detached' })
  }
}
