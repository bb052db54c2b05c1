export { startSession } from './parking-sessions.commands.ts'
export { presentPrice } from './presentation.ts'
