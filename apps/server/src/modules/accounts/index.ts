export { authenticate, openAccount } from './accounts.commands.ts'
