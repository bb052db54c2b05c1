export { openChanges } from './live.ts'
