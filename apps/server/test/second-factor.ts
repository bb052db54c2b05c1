/** People with an authenticator app, and the second step that they take. */
import { randomBytes } from 'node:crypto'
import { codeAt } from './authenticator-app.ts'
import { clientOf } from './http-client.ts'
import type { OpenTown, Resident } from './open-town.ts'

export type WithApp = Resident & {
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

/** Somebody whose app was set up a while ago: its present code is unused. */
export async function withApp(town: OpenTown): Promise<WithApp> {
  const anna = await town.resident()
  const { body } = await anna.call('POST /account/authenticator-app')
  const code = codeAt(body.secret, town.now)
  const confirmed = await anna.call('POST /account/authenticator-app/_confirm', { body: { code } })
  town.now = town.now.add({ minutes: 2 })
  return { ...anna, secret: body.secret, recoveryCodes: confirmed.body.recoveryCodes }
}

type Account = { readonly email: string; readonly password: string }
type Given = { readonly password?: string; readonly isRemembered?: boolean }

export function signInTo({ app }: OpenTown, { email, password }: Account, given: Given = {}) {
  return clientOf(app)('POST /sign-ins', { body: { email, password, ...given } })
}

/** With the right password: what stands for it until the second step. */
export async function beginSignIn(
  town: OpenTown,
  account: Account,
  given: Given = {},
): Promise<string> {
  const { body } = await signInTo(town, account, given)
  return body.secondStep?.token ?? ''
}

/** Each time from a network that nobody else calls from. */
export function takeStepFrom({ app }: OpenTown) {
  return async (token: string, code: string) => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/v1/sign-ins/_complete',
      payload: { token, code },
      remoteAddress: `10.${[...randomBytes(3)].join('.')}`,
    })
    return { status: response.statusCode, headers: response.headers, body: response.json() }
  }
}

export async function actionsOf({ db }: OpenTown, { accountId }: Resident): Promise<string[]> {
  const trail = await db
    .selectFrom('audit_entries')
    .select('action')
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return trail.map(({ action }) => action)
}
