export { acceptDelegation, getInvitation } from './accepting.ts'
export { revokeDelegation } from './ending.ts'
