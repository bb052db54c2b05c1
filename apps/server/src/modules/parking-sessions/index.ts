export { startSession } from './parking-sessions.commands.ts'
