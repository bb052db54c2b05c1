/**
 * Passkeys in this browser. The library that turns the API's JSON into what browsers take, and back,
 * is fetched when the first passkey is asked for.
 */
import { call, type InputOf, type OutputOf } from '@2park/web/api'

/** The person chose none, or the device had none to give. */
export class NoPasskeyGiven extends Error {
  override readonly name = 'NoPasskeyGiven'
}

export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis
}

type NewCredential = InputOf<'POST /account/passkeys'>['body']['credential']

export async function makePasskey(
  options: OutputOf<'POST /account/passkeys/_challenge'>,
): Promise<NewCredential> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { id, rawId, type, response } = await given(startRegistration({ optionsJSON: options }))
  const { clientDataJSON, attestationObject, transports = [] } = response
  return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } }
}

/** With the token of a second step, only by a passkey of the account whose password was right. */
export async function signInByPasskey(
  isRemembered: boolean,
  secondStepToken?: string,
): Promise<OutputOf<'POST /sign-ins/_passkey'>> {
  const options = await call('POST /passkey-challenges', {
    body: { ...(secondStepToken !== undefined && { secondStepToken }) },
  })
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const used = await given(startAuthentication({ optionsJSON: options }))
  const { id, rawId, type, response } = used
  const { clientDataJSON, authenticatorData, signature, userHandle = '' } = response
  const credential = {
    id,
    rawId,
    type,
    response: { clientDataJSON, authenticatorData, signature, userHandle },
  }
  return call('POST /sign-ins/_passkey', { body: { credential, isRemembered } })
}

/** Browsers say no more than that it did not happen: why is the person's own affair. */
async function given<T>(ceremony: Promise<T>): Promise<T> {
  try {
    return await ceremony
  } catch (cause) {
    throw new NoPasskeyGiven('no passkey was given', { cause })
  }
}
