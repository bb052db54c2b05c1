export { listPaymentsOf } from './payments.queries.ts'
export { presentHeldTopUp } from './presentation.ts'
export type { Till } from './top-ups.commands.ts'
