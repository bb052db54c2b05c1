export { acceptDelegation, getInvitation } from './accepting.ts'
export { inviteDelegate } from './delegations.commands.ts'
export { entitlementOf, type Entitlement } from './delegations.policy.ts'
export {
  type Delegation,
  listDelegations,
  listDelegationsAbout,
  listHeldDelegations,
} from './delegations.queries.ts'
export {
  endDelegationsAbout,
  endDelegationsOver,
  leaveProduct,
  revokeDelegation,
} from './ending.ts'
export { presentHeldDelegation } from './presentation.ts'
