export { startSession, stopSession, type StartSession } from './parking-sessions.commands.ts'
