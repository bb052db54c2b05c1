export { grantBalance } from './ledger.commands.ts'
export { openOrganisationAccounts, openProductAccount } from './ledger.queries.ts'
