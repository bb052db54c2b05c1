export { recordChange, type Change } from './audit.queries.ts'
