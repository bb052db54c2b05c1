/**
 * What the original does and we do elsewhere or not at all. Each says so, and where to go: a new
 * password is asked for on a page without a picture to read, because not everybody can read one.
 */
import type { Texts } from '@2park/contract/language'
import { NoFields, openCall, type Call } from './call.ts'
import { Declined } from './envelope.ts'
import { newPasswordTexts, texts } from './texts.ts'

function declines(minor: string, textsFor: (publicUrl: URL) => Texts): Call {
  return openCall(NoFields, async ({ till }) => {
    throw new Declined(minor, textsFor(till.publicUrl))
  })
}

export const newPassword = declines('CONFIG_ERROR', newPasswordTexts)

/** A product is linked by a mail, and not by a code and a PIN. */
export const addByCode = declines('INVALID_EXT_CREDS', () => texts.noCodes)

export const registerAddress = declines('CONFIG_ERROR', () => texts.noAnonymousGrant)
