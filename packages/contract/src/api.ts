/** The whole HTTP API, under `/api/v1`, by the name of each endpoint. */
import { accessibilityEndpoints } from './accessibility.ts'
import { accessTokenEndpoints } from './access-tokens.ts'
import { accountEndpoints } from './accounts.ts'
import { delegationEndpoints } from './delegations.ts'
import { balanceAlarmEndpoints } from './balance-alarms.ts'
import { brandingEndpoints } from './branding.ts'
import { changeEndpoints } from './changes.ts'
import type { Endpoint, EndpointName } from './endpoint.ts'
import { favouriteEndpoints } from './favourites.ts'
import { linkEndpoints } from './links.ts'
import { historyEndpoints } from './history.ts'
import { notificationEndpoints } from './notifications.ts'
import { parkingSessionEndpoints } from './parking-sessions.ts'
import { passkeyEndpoints } from './passkeys.ts'
import { permitShopEndpoints } from './permit-shop.ts'
import { productEndpoints } from './products.ts'
import { emailChangeEndpoints } from './email-changes.ts'
import { passwordEndpoints } from './passwords.ts'
import { privacyEndpoints } from './privacy.ts'
import { proofEndpoints } from './proof.ts'
import { quoteEndpoints } from './quotes.ts'
import { secondFactorEndpoints } from './second-factor.ts'
import { signInEndpoints } from './sign-ins.ts'
import { topUpEndpoints } from './top-ups.ts'
import { startProductEndpoints } from './start-product.ts'

export const api = {
  ...accountEndpoints,
  ...signInEndpoints,
  ...passwordEndpoints,
  ...emailChangeEndpoints,
  ...proofEndpoints,
  ...notificationEndpoints,
  ...secondFactorEndpoints,
  ...passkeyEndpoints,
  ...startProductEndpoints,
  ...privacyEndpoints,
  ...accessTokenEndpoints,
  ...productEndpoints,
  ...changeEndpoints,
  ...quoteEndpoints,
  ...parkingSessionEndpoints,
  ...favouriteEndpoints,
  ...linkEndpoints,
  ...historyEndpoints,
  ...balanceAlarmEndpoints,
  ...delegationEndpoints,
  ...topUpEndpoints,
  ...permitShopEndpoints,
  ...brandingEndpoints,
  ...accessibilityEndpoints,
} as const satisfies Readonly<Record<EndpointName, Endpoint>>

export type Api = typeof api
