/** A product as `get_categories` tells of it. The page reads these fields by name, and lists in this order. */
import { isResident, placesOf } from '@2park/domain/product-kind'
import { mostFavourites } from '#modules/favourites/index.ts'
import { productStateOf, type Product } from '#modules/products/index.ts'
import { endText, momentText, validFromText, validUntilText } from './formats.ts'
import { isChosen } from './locations.ts'
import { parameters } from './parameters.ts'
import { locationOf, productIdOf } from './product-ids.ts'

/** Said where nothing limits how many. */
const noLimit = 999

export function presentCategory(products: readonly Product[], now: Temporal.Instant) {
  const [{ organisation, twoPark }] = products as [Product]
  return {
    cty_id: twoPark.code,
    cty_name: organisation.name,
    cty_description: `Gemeente ${organisation.name}`,
    cty_external_content: organisation.slug,
    cty_products: products.map((product) => presentProduct(product, now)),
  }
}

function presentProduct(product: Product, now: Temporal.Instant) {
  const { name, location, valid, delegation } = product
  return {
    pdt_id: productIdOf(product),
    pdt_name: `${name} - ${location}`,
    pdt_description: `${name} ${location}`,
    pdt_valid_from: validFromText(valid.start),
    pdt_valid_to: validUntilText(valid.end),
    pdt_is_blocked: String(isBlocked(product, now)),
    pdt_is_geofencing: 'false',
    pdt_member_pool_max_registered: String(delegation ? 0 : mostFavourites),
    pdt_member_pool_max_active: String(mostAtOnce(product)),
    pdt_options: optionsOf(product).join('|'),
    pdt_parameter_groups: groupsOf(product),
    ...(delegation && { by_grant: grantOf(product, now) }),
  }
}

export function mostAtOnce({ kind, maxConcurrent, rightsBought }: Product): number {
  const ofType = maxConcurrent ?? undefined
  return placesOf(kind, { ofType, rightsBought: rightsBought ?? undefined }) ?? noLimit
}

/** By the municipality, or for somebody whose delegation was revoked. */
function isBlocked(product: Product, now: Temporal.Instant): boolean {
  const state = productStateOf(product, now)
  return state === 'blocked' || state === 'revoked'
}

function optionsOf({ kind, unit, delegation, extensionAllowed, delegations, ...product }: Product) {
  const flags = {
    EXTEND: extensionAllowed && !isResident(kind),
    // Favourites are the holder's own.
    MEMBER_ADMIN: !delegation && kind !== 'plateSwitch',
    FLPN: kind === 'temporaryPlate',
    SWITCH: kind === 'plateSwitch',
    NO_BALANCE: unit === 'none',
    MAX_ACT: kind === 'pool' && product.rightsBought !== null,
    PRODUCT_GRANT: !delegation && delegations === 'plateOptional',
    MEMBER_GRANT: !delegation && delegations !== 'notAllowed',
  }
  return Object.entries(flags).flatMap(([flag, isSet]) => (isSet ? [flag] : []))
}

type Datatype = 'LPN' | 'DATETIME' | 'TEXT' | 'MONEY'

function definition(label: string, datatype: Datatype, options: string) {
  return { prr_label: label, prr_value: '', prr_datatype: datatype, prr_options: options }
}

function groupsOf(product: Product) {
  const start = {
    pgp_label: 'START',
    pgp_parameters: [
      definition('MBR_IDENT', 'LPN', 'REQUIRED'),
      definition('TIMESTART', 'DATETIME', 'REQUIRED'),
      definition('TIMEEND', 'DATETIME', 'OPTIONAL'),
      locationDefinition(product),
    ],
  }
  const favourite = {
    pgp_label: 'FAVORITE',
    pgp_parameters: [definition('NICKNAME', 'TEXT', 'REQUIRED')],
  }
  const mayDelegate = !product.delegation && product.delegations !== 'notAllowed'
  return mayDelegate ? [start, favourite, delegationGroup(product)] : [start, favourite]
}

/** Its own, to read; of prepaid parking one that is asked for. */
function locationDefinition(product: Product) {
  const required = definition('LOCATION', 'TEXT', 'REQUIRED')
  const none = { prr_default_value: '', prr_default_value_display: '' }
  if (isChosen(product)) return { ...required, ...none }
  const location = locationOf(product)
  return {
    ...definition('LOCATION', 'TEXT', 'OPTIONAL|READONLY'),
    prr_value: location,
    prr_default_value: location,
    prr_default_value_display: product.location,
  }
}

function delegationGroup({ delegations, unit }: Product) {
  return {
    pgp_label: 'GRANT',
    pgp_parameters: [
      definition('GRT_EMAIL', 'TEXT', 'REQUIRED'),
      definition('GRT_MBR_IDENT', 'LPN', delegations === 'plateRequired' ? 'REQUIRED' : 'OPTIONAL'),
      definition('MAX_AMOUNT', 'MONEY', unit === 'none' ? 'INTERNAL' : 'OPTIONAL'),
    ],
  }
}

/** By whom somebody may park on it, and which plate only. */
function grantOf(product: Product, now: Temporal.Instant) {
  const { delegation, valid } = product
  return {
    grantor: delegation?.by ?? '',
    is_blocked: String(isBlocked(product, now)),
    member_ident: delegation?.plate?.number ?? '',
    grt_parameters: parameters({
      VALID_FROM: momentText(valid.start),
      VALID_UNTIL: endText(valid.end),
    }),
  }
}
