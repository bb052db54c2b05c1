export { deleteAccessTokensOf, listAccessTokens } from './access-tokens.queries.ts'
export {
  authenticateCalendar,
  authenticateProgram,
  findProgram,
  isAccessToken,
  type Program,
  rememberSaid,
} from './authenticating.ts'
export { present as presentAccessToken } from './presentation.ts'
export { countSpending, dayLimitHolds, type Counted } from './spending.queries.ts'
