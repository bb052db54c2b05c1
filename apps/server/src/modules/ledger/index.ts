export { allot } from './allotments.commands.ts'
export { openDelegationAccount } from './allotments.queries.ts'
export { grantBalance } from './ledger.commands.ts'
export {
  countChange,
  lockProductAccount,
  openOrganisationAccounts,
  openProductAccount,
} from './ledger.queries.ts'
