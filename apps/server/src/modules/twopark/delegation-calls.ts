/** Letting others park on one's product, and no longer doing so. */
import { parsePlate } from '@2park/domain/plate'
import { EmailAddress } from '@2park/contract/fields'
import { z } from 'zod/mini'
import { inviteDelegate, revokeDelegation } from '#modules/delegations/index.ts'
import { getOwnProduct, type Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import { invalidFields, signedCall, Text } from './call.ts'
import { Declined } from './envelope.ts'
import { parseAmount, validFromText, validUntilText } from './formats.ts'
import { getOpenProduct } from './open-products.ts'
import { jsonOf, Parameters, valueOf } from './parameters.ts'
import { texts } from './texts.ts'

type Wish = z.output<typeof Parameters>

const Grant = z.object({
  product_id: Text,
  data: jsonOf(z.object({ grant: z.object({ grt_parameters: Parameters }) })),
})

export const sendGrant = signedCall(Grant, async (visit, { product_id, data }) => {
  const { till, actor, language } = visit
  const product = await getOpenProduct(visit, product_id)
  const { id: productId } = await getOwnProduct(till, actor, product.id)
  const wish = data.grant.grt_parameters
  requireLasting(wish, product)
  await inviteDelegate(till, actor, { productId, language, ...invitedBy(wish, product) })
  return { data: {} }
})

/** A delegation of ours lasts until it is revoked: what was to be less is not made more. */
function requireLasting(wish: Wish, { valid }: Product): void {
  if (valueOf(wish, 'GRT_EMAIL') === '') throw new Declined('CONFIG_ERROR', texts.noAnonymousGrant)
  const [from, until] = [valueOf(wish, 'VALID_FROM'), valueOf(wish, 'VALID_UNTIL')]
  const isLimited =
    valueOf(wish, 'MAX_USE') !== '' ||
    (from !== '' && from !== validFromText(valid.start)) ||
    (until !== '' && until !== validUntilText(valid.end))
  if (isLimited) throw new Declined('CONFIG_ERROR', texts.noLimitedGrant)
}

function invitedBy(wish: Wish, { unit }: Product) {
  const email = z.safeParse(EmailAddress, valueOf(wish, 'GRT_EMAIL'))
  const [typedPlate, typedAmount] = [valueOf(wish, 'GRT_MBR_IDENT'), valueOf(wish, 'MAX_AMOUNT')]
  const plate = typedPlate === '' ? undefined : parsePlate(typedPlate)
  const allotment = typedAmount === '' ? undefined : parseAmount(typedAmount, unit)
  const wrong = [
    ...(email.success ? [] : ['GRT_EMAIL']),
    ...(typedPlate !== '' && !plate ? ['GRT_MBR_IDENT'] : []),
    ...(typedAmount !== '' && allotment === undefined ? ['MAX_AMOUNT'] : []),
  ]
  if (!email.success || wrong.length > 0) throw invalidFields(wrong)
  return { email: email.data, plate, allotment }
}

const Revoking = z.object({ product_id: Text, grt_identifier: Text })

export const removeGrant = signedCall(Revoking, async (visit, input) => {
  const { till, actor } = visit
  const { id: productId } = await getOpenProduct(visit, input.product_id)
  const { success, data: delegationId } = z.safeParse(z.uuid(), input.grt_identifier)
  if (!success) throw new Refused('notFound')
  await revokeDelegation(till, actor, { productId, delegationId })
  return { data: {} }
})
