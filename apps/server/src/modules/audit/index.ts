export { recordChange } from './audit.queries.ts'
