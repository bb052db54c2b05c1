/** What there is: products, their plates, their balances. */
import { z } from 'zod/mini'
import { listAlarmsOf } from '#modules/balance-alarms/index.ts'
import { listDelegations } from '#modules/delegations/index.ts'
import { listFavourites } from '#modules/favourites/index.ts'
import { countHistory } from '#modules/history/index.ts'
import { listSessions } from '#modules/parking-sessions/index.ts'
import type { Product } from '#modules/products/index.ts'
import { NoFields, signedCall, Text, type Visit } from './call.ts'
import { balanceText, currencies, momentText } from './formats.ts'
import { locationsOf, type Location } from './locations.ts'
import { getOpenProduct, listOpenProducts } from './open-products.ts'
import { parameters } from './parameters.ts'
import { presentGrants } from './present-delegations.ts'
import { membersOf } from './present-members.ts'
import { mostAtOnce, presentCategory } from './present-product.ts'
import { productIdOf } from './product-ids.ts'
import { identificationsOf, switchedMembers } from './resident-members.ts'

export const OnProduct = z.object({ product_id: Text })

export const getCategories = signedCall(NoFields, async (visit) => {
  const now = visit.till.now()
  const towns = Map.groupBy(await listOpenProducts(visit), ({ organisationId }) => organisationId)
  return {
    data: { categories: [...towns.values()].map((products) => presentCategory(products, now)) },
  }
})

export const getDetails = signedCall(OnProduct, async (visit, { product_id }) => {
  const product = await getOpenProduct(visit, product_id)
  const members = await getMembers(visit, product)
  const hasFixedPlate = product.kind === 'temporaryPlate'
  return {
    data: {
      pdt_id: productIdOf(product),
      pdt_action_history_count: String(await countHistory(visit.till, visit.actor, product)),
      pdt_grants: await getGrants(visit, product),
      pdt_members: members,
      pdt_identifications: hasFixedPlate ? identificationsOf(product, members) : [],
    },
  }
})

async function getMembers(visit: Visit, product: Product) {
  const { till, actor } = visit
  if (product.kind === 'plateSwitch') return product.delegation ? [] : switchedMembers(product)
  const now = till.now()
  const whose = { ...actor, productId: product.id }
  const sessions = await listSessions(till.db, whose, { state: undefined, now })
  const favourites = product.delegation ? [] : await listFavourites(till.db, product.id)
  return membersOf(await locationsOf(visit, product), { favourites, sessions }, now)
}

/** Those that its holder has given. */
async function getGrants({ till, program }: Visit, { id, delegation }: Product) {
  // No token opens who else may park.
  return delegation || program ? [] : presentGrants(await listDelegations(till.db, id, till.now()))
}

/** Every plate that is parked, or will be, on any product. */
export const getActivations = signedCall(NoFields, async (visit) => {
  const { till, actor } = visit
  const now = till.now()
  const all = await listSessions(till.db, actor, { state: undefined, now })
  const towns = Map.groupBy(await listOpenProducts(visit), ({ organisationId }) => organisationId)
  const withMembers = async (product: Product) => {
    const sessions = all.filter(({ productId }) => productId === product.id)
    const locations = sessions.length === 0 ? [] : await locationsOf(visit, product)
    return {
      pdt_id: productIdOf(product),
      pdt_members: membersOf(locations, { favourites: [], sessions }, now),
    }
  }
  const categories = await Promise.all(
    [...towns.values()].map(async (products) => ({
      cty_id: products[0]?.twoPark.code,
      cty_products: await Promise.all(products.map(withMembers)),
    })),
  )
  return { data: { categories } }
})

export const getBalance = signedCall(OnProduct, async ({ till, ...visit }, { product_id }) => {
  const product = await getOpenProduct({ till, ...visit }, product_id)
  const { id, unit, balance, bookedAt, valid } = product
  if (unit === 'none') return { data: { balance: { ble_parameters: [] } } }
  const alarms = await listAlarmsOf(till.db, visit.actor.accountId)
  const alarm = alarms.find(({ productId }) => productId === id)
  const { code, text } = currencies[unit]
  return {
    data: {
      balance: {
        ble_parameters: parameters({
          AMOUNT: balanceText(balance, unit),
          CURRENCY_CODE: code,
          CURRENCY_DESC: text,
          LAST_MODIFIED: momentText(bookedAt ?? valid.start),
          ...(alarm && { BLE_THRESHOLD: balanceText(alarm.threshold, unit) }),
        }),
      },
    },
  }
})

export const getAvailableActions = signedCall(OnProduct, async (visit, { product_id }) => {
  const product = await getOpenProduct(visit, product_id)
  const left = Math.max(0, mostAtOnce(product) - product.running)
  return { data: { available_actions: String(left) } }
})

/** Its own, also where none is asked about; of prepaid parking those to choose from. */
export const getLocations = signedCall(OnProduct, async (visit, { product_id }) => {
  const product = await getOpenProduct(visit, product_id)
  const locations = await locationsOf(visit, product)
  return { data: { locations: locations.map(presentLocation) } }
})

function presentLocation({ code, name }: Location) {
  const [location] = parameters({ LOCATION: code })
  return { ltn_parameters: [{ ...location, prr_default_value_display: `${code}-${name}` }] }
}
