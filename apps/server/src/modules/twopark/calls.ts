/** Every call of the protocol, by its name. */
import type { Call } from './call.ts'
import { handleFavourite } from './favourite-calls.ts'
import * as products from './product-calls.ts'
import * as sessions from './session-calls.ts'
import { checkCredentials } from './sign-in-calls.ts'

export const calls: Readonly<Record<string, Call>> = {
  check_credentials: checkCredentials,
  get_categories: products.getCategories,
  get_category_product_details: products.getDetails,
  get_activations: products.getActivations,
  get_balance: products.getBalance,
  get_available_actions: products.getAvailableActions,
  get_product_locations: products.getLocations,
  start_action: sessions.startAction,
  extend_action: sessions.extendAction,
  stop_action: sessions.stopAction,
  handle_favorite: handleFavourite,
}
