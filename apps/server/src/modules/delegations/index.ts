export { acceptDelegation, getInvitation } from './accepting.ts'
export { inviteDelegate } from './delegations.commands.ts'
export { entitlementOf, type Entitlement } from './delegations.policy.ts'
export { revokeDelegation } from './ending.ts'
