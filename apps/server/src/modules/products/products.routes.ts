import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import { plate } from '@2park/domain/plate'
import { isResident, placesOf } from '@2park/domain/product-kind'
import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { getUsableProduct } from './access.ts'
import { switchPlate } from './active-plate.commands.ts'
import { removeProduct } from './removing.commands.ts'
import { productPeriodAt } from './product-period.ts'
import { productStateOf } from './products.policy.ts'
import { listProductsOf, type Product } from './products.queries.ts'

export function productRoutes(route: Route, world: World): void {
  route('GET /products', async ({ actor }) => {
    const now = world.now()
    const products = await listProductsOf(world.db, actor.accountId, now)
    return { products: products.map((product) => present(product, now)) }
  })

  route('GET /products/{productId}', async ({ actor, params }) =>
    present(await getUsableProduct(world, actor, params.productId), world.now()),
  )

  route('PUT /products/{productId}/active-plate', async ({ actor, keep, params, body }) =>
    switchPlate(world, actor, {
      productId: params.productId,
      plate: plate(body.plate.number, body.plate.country),
      keep,
    }),
  )

  route('DELETE /products/{productId}', async ({ actor, keep, params }) => {
    await removeProduct(world, actor, { ...params, keep })
    return undefined
  })
}

/** What only products of some kinds have. */
function ofKind({ kind, locationCount }: Product) {
  return kind === 'prepaid' ? { locationCount } : {}
}

/** Of those, what is the holder's only. */
function ownOf({ kind, plates, activePlate, rightsBought, running }: Product) {
  if (isResident(kind)) return { plates: [...plates], ...(activePlate && { activePlate }) }
  if (kind !== 'pool' || rightsBought === null) return {}
  return { rights: { bought: rightsBought, inUse: running } }
}

function present(
  product: Product,
  now: Temporal.Instant,
): Output<Api['GET /products/{productId}']> {
  const { valid, unit, balance, running, planned, organisation } = product
  const { kind, maxDurationSeconds, delegation } = product
  const ofType = product.maxConcurrent ?? undefined
  const maxConcurrent = placesOf(kind, { ofType, rightsBought: product.rightsBought ?? undefined })
  return {
    id: product.id,
    name: product.name,
    kind,
    location: product.location,
    organisation,
    state: productStateOf(product, now),
    validFrom: valid.start.toString(),
    validUntil: valid.end.toString(),
    balance: { unit, value: balance },
    counts: { running, planned },
    rules: {
      endOfDayDeactivation: product.endOfDayDeactivation,
      extensionAllowed: product.extensionAllowed,
      ...(maxDurationSeconds !== null && { maxDurationSeconds }),
      ...(maxConcurrent !== undefined && { maxConcurrent }),
      maxDaysAhead: product.maxDaysAhead,
      // Who may park on another's product buys nothing for it (D4), and lets nobody else do so (J1).
      topUpOffered: !delegation && product.topUpOffered,
      delegations: delegation ? 'notAllowed' : product.delegations,
    },
    // A delegate parks on it, and has nothing to do with what is the holder's own.
    ...(!delegation && ownOf(product)),
    ...ofKind(product),
    ...(delegation && {
      delegation: {
        by: delegation.by,
        ...(delegation.plate && { plate: delegation.plate }),
        sharesBalance: delegation.sharesBalance,
      },
    }),
    ...nextPeriodOf(product, now),
  }
}

/** What a period gives goes to the product, and not to a part of its balance. */
function nextPeriodOf(product: Product, now: Temporal.Instant): { readonly nextPeriodOn?: string } {
  const period = productPeriodAt(product, now)
  const isOfWhole = product.delegation?.sharesBalance ?? true
  return period && isOfWhole ? { nextPeriodOn: period.nextOn.toString() } : {}
}
