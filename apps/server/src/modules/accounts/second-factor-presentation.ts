/** Says in the words of the contract what there is beside the password. */
import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import type { Database } from '#database/database.ts'
import {
  countRecoveryCodes,
  findAuthenticatorApp,
  hasSecondFactor,
} from './second-factor.queries.ts'

type SecondFactor = Output<Api['GET /account/second-factor']>

export async function presentSecondFactor(db: Database, accountId: string): Promise<SecondFactor> {
  const app = await findAuthenticatorApp(db, accountId)
  return {
    isOn: await hasSecondFactor(db, accountId),
    authenticatorAppSince: app?.confirmedAt?.toString() ?? null,
    recoveryCodesLeft: await countRecoveryCodes(db, accountId),
  }
}
