/** Opening a link from a mail: what it is for, and taking it, with an account or making one by it. */
import { LinkToken } from '@2park/contract/fields'
import { z } from 'zod/mini'
import { acceptLink, limited, offerOf, registerByLink } from '#modules/linking/index.ts'
import { findTwoPark } from '#modules/organisations/index.ts'
import { Refused } from '#refused.ts'
import { invalidFields, openCall, signedCall, type Asking, type Call } from './call.ts'
import { Declined } from './envelope.ts'
import { maskedAddress } from './sign-in-calls.ts'
import { texts, weakPasswordTexts } from './texts.ts'

const added = { minor: 'PRODUCT_ADDED', data: {} }
const Key = z.optional(LinkToken)
const Form = z.object({ apk_key: Key, agk_key: Key })
const Password = z.string().check(z.maxLength(1000))

export type LinkCalls = { readonly look: Call; readonly take: Call; readonly register: Call }

/** A product of one's own goes by apk, and one that another lets one park on by agk. */
export function linkCalls(prefix: 'apk' | 'agk'): LinkCalls {
  const name = `${prefix}_key` as const
  const keyOf = (form: z.output<typeof Form>) => {
    const key = form[name]
    if (key === undefined) throw invalidFields([name])
    return key
  }
  return {
    look: openCall(Form, async (asking, form) => {
      const offer = await openOffer(asking, keyOf(form))
      const { product, organisation, email, hasAccount, by = '' } = offer
      return {
        data: {
          [`${prefix}_product`]: `${product.name}-${product.location}`,
          [`${prefix}_category`]: organisation.name,
          [`${prefix}_display_name`]: maskedAddress(email),
          [`${prefix}_email_exists`]: hasAccount ? 'Y' : 'N',
          ...(prefix === 'agk' && { agk_granter_name: by }),
        },
      }
    }),
    take: signedCall(Form, async ({ actor, ...asking }, form) => {
      const token = keyOf(form)
      await openOffer(asking, token)
      const { till, address } = asking
      await limited(till, { address, actor }, () => acceptLink(till, actor, { token }))
      return added
    }),
    register: openCall(
      z.extend(Form, { password: Password, repeat_password: Password }),
      async (asking, { password, repeat_password, ...form }) => {
        if (password !== repeat_password) throw new Declined('PWD_NOT_EQUAL', texts.notEqual)
        const token = keyOf(form)
        await openOffer(asking, token)
        await register(asking, { token, password })
        return added
      },
    ),
  }
}

/** What the link is for, where its municipality lets clients of this protocol in. */
async function openOffer(asking: Asking, token: string) {
  const { till, address } = asking
  const offer = await limited(till, { address }, () => offerOf(till, token, undefined))
  const { isOpen } = await findTwoPark(till.db, offer.organisation.id)
  if (!isOpen) throw new Declined('INTERNAL_ERROR', texts.closed)
  return offer
}

async function register({ till, address, language }: Asking, shown: Shown): Promise<void> {
  try {
    await limited(till, { address }, () => registerByLink(till, { ...shown, language }))
  } catch (error) {
    const [wrong] = error instanceof Refused ? (error.details.errors ?? []) : []
    throw wrong ? new Declined('INVALID_PASSWORD', weakPasswordTexts(wrong.code)) : error
  }
}

type Shown = { readonly token: string; readonly password: string }
