export { authenticate, openAccount } from './accounts.commands.ts'
export { findAccount, findAccountByEmail } from './accounts.queries.ts'
