/** Delegations as the protocol's grants: by their address only so much as their giver recognises. */
import type { Delegation } from '#modules/delegations/index.ts'
import { balanceText } from './formats.ts'
import { parameters } from './parameters.ts'
import { maskedAddress } from './sign-in-calls.ts'

/** Of those that hold. */
export function presentGrants(delegations: readonly Delegation[]) {
  return delegations
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id, email, plate, left, unit, acceptedAt }) => ({
      grt_identifier: id,
      grt_ident_type: 'EMAIL',
      grt_parameters: parameters({
        ...(plate && { GRT_MBR_IDENT: plate.number }),
        ...(left !== null && { MAX_AMOUNT: balanceText(left, unit) }),
      }),
      grt_grantees: [
        {
          grantee: maskedAddress(email),
          grant_type: 'EMAIL',
          accepted: acceptedAt === null ? 'N' : 'Y',
          key: '',
        },
      ],
    }))
}
