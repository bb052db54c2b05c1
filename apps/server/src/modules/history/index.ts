export { countHistory } from './lists.ts'
