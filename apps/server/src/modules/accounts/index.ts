export { createAccount, openAccount } from './accounts.commands.ts'
export { findAccount, findAccountByEmail } from './accounts.queries.ts'
export { authenticate, findActor, openSignIn, type SigningBrowser } from './sign-ins.ts'
