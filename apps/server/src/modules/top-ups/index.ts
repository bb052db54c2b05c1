export { listPaymentsOf } from './payments.queries.ts'
export { presentHeldTopUp } from './presentation.ts'
