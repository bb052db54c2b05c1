/** Every call of the protocol, by its name. */
import { setThreshold } from './alarm-calls.ts'
import type { Call } from './call.ts'
import * as delegations from './delegation-calls.ts'
import * as elsewhere from './elsewhere-calls.ts'
import { handleFavourite } from './favourite-calls.ts'
import * as history from './history-calls.ts'
import { linkCalls } from './link-calls.ts'
import * as own from './own-product-calls.ts'
import * as products from './product-calls.ts'
import * as sessions from './session-calls.ts'
import { checkCredentials } from './sign-in-calls.ts'
import * as topUps from './top-up-calls.ts'

const product = linkCalls('apk')
const delegation = linkCalls('agk')

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
  get_action_history: history.getActionHistory,
  get_mutation_history: history.getMutationHistory,
  send_action_history_mail: history.mailActions,
  send_mutation_history_mail: history.mailMutations,
  set_threshold: setThreshold,
  get_upgrade_units: topUps.getUpgradeUnits,
  start_transaction: topUps.startTransaction,
  get_payment_status: topUps.getPaymentStatus,
  send_apk_grant_email: delegations.sendGrant,
  remove_grant: delegations.removeGrant,
  get_apk_grant_information: delegation.look,
  add_apk_grant_product_automatic: delegation.take,
  add_apk_grant_with_account_creation: delegation.register,
  agk_register_email: elsewhere.registerAddress,
  get_apk_information: product.look,
  add_apk_product_automatic: product.take,
  add_apk_with_account_creation: product.register,
  add_account_products: elsewhere.addByCode,
  remove_product_and_grant: own.removeProductAndGrant,
  force_single_active_action_product: own.switchActivePlate,
  get_captcha: elsewhere.newPassword,
  init_reset_password: elsewhere.newPassword,
  reset_password: elsewhere.newPassword,
}
