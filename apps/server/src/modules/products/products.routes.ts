import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { getUsableProduct } from './access.ts'
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

  route('DELETE /products/{productId}', async ({ actor, keep, params }) => {
    await removeProduct(world, actor, { ...params, keep })
    return undefined
  })
}

function present(
  product: Product,
  now: Temporal.Instant,
): Output<Api['GET /products/{productId}']> {
  const { valid, unit, balance, running, planned, organisation } = product
  const { maxDurationSeconds, maxConcurrent, delegation } = product
  return {
    id: product.id,
    name: product.name,
    kind: product.kind,
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
      ...(maxConcurrent !== null && { maxConcurrent }),
      maxDaysAhead: product.maxDaysAhead,
      // Who may park on another's product buys nothing for it (D4), and lets nobody else do so (J1).
      topUpOffered: !delegation && product.topUpOffered,
      delegations: delegation ? 'notAllowed' : product.delegations,
    },
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
