export { listHeldSessions, type HeldSession } from './held-sessions.queries.ts'
export {
  deleteSession,
  extendSession,
  startSession,
  stopSession,
} from './parking-sessions.commands.ts'
export {
  findCurrentSession,
  findProductOfSession,
  listSessions,
  type ListedSession,
} from './parking-sessions.queries.ts'
export { presentPrice, type PresentedSession } from './presentation.ts'
export { listLocations } from './locations.ts'
export { followProductEnd } from './open-ends.queries.ts'
export { hasSessionsToEnd } from './sessions-to-end.queries.ts'
