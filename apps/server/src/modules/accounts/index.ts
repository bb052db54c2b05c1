export { openAccount } from './accounts.commands.ts'
export { findAccount, findAccountByEmail } from './accounts.queries.ts'
export { authenticate, findActor } from './sign-ins.ts'
