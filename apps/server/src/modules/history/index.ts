export { countHistory, type ListName, mailList } from './lists.ts'
export type { PresentedSession, PresentedTransaction } from './presentation.ts'
export { findLastEntry, readSessions, readTransactions } from './slices.ts'
