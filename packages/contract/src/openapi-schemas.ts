/** The shapes of the contract as JSON Schema, each that has a name standing under that name. */
import { z } from 'zod/mini'
import { Account } from './accounts.ts'
import { Delegation, DelegationInput } from './delegations.ts'
import { BalanceAlarm, BalanceAlarmInput } from './balance-alarms.ts'
import { Branding, BrandingInput } from './branding.ts'
import { Change } from './changes.ts'
import { Favourite, FavouriteInput } from './favourites.ts'
import { Plate, PlateInput, UnitAmount } from './fields.ts'
import { LinkOffer } from './links.ts'
import { EndedSession, HistoryCount, HistoryListName, Transaction } from './history.ts'
import { ParkingSession, SessionState } from './parking-sessions.ts'
import { InvalidField, Problem } from './problem.ts'
import { IssueInput, PermitShop, ShopProduct, ShopProductChange } from './permit-shop.ts'
import { Organisation, Product } from './products.ts'
import { Alternative, DayStrip, ParkingRequest, Price, PriceLine, Quote, Reason } from './quotes.ts'
import { TopUp, TopUpOption, TopUpOrder, TopUpState } from './top-ups.ts'

export type JsonSchema = { readonly [key: string]: unknown }

type Shape = z.core.$ZodType
type Direction = 'input' | 'output'

/** What clients send, and what they are sent: no shape is both. */
const sent = {
  HistoryListName,
  BalanceAlarmInput,
  BrandingInput,
  DelegationInput,
  FavouriteInput,
  IssueInput,
  ParkingRequest,
  PlateInput,
  SessionState,
  TopUpOrder,
  ShopProductChange,
}
const answered = {
  Account,
  Alternative,
  BalanceAlarm,
  Branding,
  Change,
  DayStrip,
  EndedSession,
  Delegation,
  Favourite,
  HistoryCount,
  InvalidField,
  LinkOffer,
  Organisation,
  ParkingSession,
  PermitShop,
  Plate,
  Price,
  PriceLine,
  Problem,
  Product,
  Quote,
  Reason,
  TopUp,
  TopUpOption,
  TopUpState,
  Transaction,
  ShopProduct,
  UnitAmount,
}

const names = new Map<Shape, string>(
  Object.entries({ ...sent, ...answered }).map(([name, shape]) => [shape, name]),
)

export function componentSchemas(): JsonSchema {
  return Object.fromEntries(
    [...componentsOf(answered, 'output'), ...componentsOf(sent, 'input')].toSorted(([a], [b]) =>
      a.localeCompare(b, 'en'),
    ),
  )
}

function componentsOf(shapes: Readonly<Record<string, Shape>>, io: Direction) {
  return Object.entries(shapes).map(([name, shape]) => [name, inlined(shape, io)] as const)
}

/** A reference where the shape has a name, and otherwise the shape itself. */
export function schemaOf(shape: Shape, io: Direction): JsonSchema {
  const name = names.get(shape)
  return name ? { $ref: `#/components/schemas/${name}` } : inlined(shape, io)
}

/** One shape, with references to the named ones that it is made of. */
function inlined(shape: Shape, io: Direction): JsonSchema {
  const {
    $schema: _,
    '~standard': __,
    ...schema
  } = z.toJSONSchema(shape, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      const name = zodSchema === shape ? undefined : names.get(zodSchema)
      if (name) return referTo(name, jsonSchema)
      // Clients take what they know: a field more is no new version.
      if (io === 'output') delete jsonSchema.additionalProperties
      // Beside the format, a pattern of hundreds of characters says nothing more.
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  })
  return schema
}

function referTo(name: string, schema: Record<string, unknown>): void {
  for (const key of Object.keys(schema)) delete schema[key]
  schema['$ref'] = `#/components/schemas/${name}`
}

export function parametersOf(place: 'path' | 'query', shape: Shape | undefined): JsonSchema[] {
  if (!shape) return []
  const { properties, required } = inlined(shape, 'input')
  // A path's or a query's shape is an object: that is what JSON Schema says of one.
  const fields = Object.entries((properties ?? {}) as JsonSchema)
  const needed = new Set((required ?? []) as string[])
  return fields.map(([name, schema]) => ({ name, in: place, required: needed.has(name), schema }))
}
