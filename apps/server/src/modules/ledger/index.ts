export { listBalanceChanges, type BalanceChange } from './balance-changes.queries.ts'
export { allot } from './allotments.commands.ts'
export { openDelegationAccount } from './allotments.queries.ts'
export {
  changeBalance,
  correctSales,
  grantBalance,
  grantBalanceWithin,
  lockBalance,
} from './ledger.commands.ts'
export {
  countChange,
  findBalanceBefore,
  lockProductAccount,
  openOrganisationAccounts,
  openProductAccount,
} from './ledger.queries.ts'
