export { listHeldSessions, type HeldSession } from './held-sessions.queries.ts'
export { startSession } from './parking-sessions.commands.ts'
export { presentPrice } from './presentation.ts'
