/**
 * What a personal access token opens of the protocol: the calls that do what it opens of our own API,
 * and no others. A new call is closed to tokens until it is named here.
 */
import type { Program } from '#modules/access-tokens/index.ts'
import { Refused } from '#refused.ts'

const reading: ReadonlySet<string> = new Set([
  'get_categories',
  'get_category_product_details',
  'get_activations',
  'get_balance',
  'get_available_actions',
  'get_product_locations',
])

const parking: ReadonlySet<string> = new Set(['start_action', 'extend_action', 'stop_action'])

export function requireScope(name: string, program: Program | undefined): void {
  if (!program || reading.has(name)) return
  if (program.scope === 'park' && parking.has(name)) return
  throw new Refused('tokenScope')
}
