export {
  createAccount,
  openAccount,
  signInByAccessToken,
  signInClient,
} from './accounts.commands.ts'
export { findAccount, findAccountByEmail } from './accounts.queries.ts'
export { closedAddress, emptyAccount, getHeldAccount } from './closing.queries.ts'
export { listOwnSignIns } from './elsewhere.commands.ts'
export { requireConfirmed } from './confirmation.ts'
export { requireOwnPassword } from './own-password.ts'
export { presentSecondFactor } from './second-factor-presentation.ts'
export { presentSignIn } from './sign-in-presentation.ts'
export { listOpenSignIns } from './sign-ins.queries.ts'
export { getSigningKey } from './proof.queries.ts'
export { findNotifications } from './notifications.queries.ts'
export {
  authenticate,
  authenticateClient,
  endOf,
  idle,
  findActor,
  openSignIn,
  type SigningBrowser,
} from './sign-ins.ts'
export { toAnswer as presentPasskey } from './passkeys.commands.ts'
export { listPasskeys } from './passkeys.queries.ts'
export { lockHolder } from './second-factor.queries.ts'
