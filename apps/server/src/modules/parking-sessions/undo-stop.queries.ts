import { statement } from '#database/database.ts'

/** Whether `$1` asked for time to read, and to think. */
export const asksForTime = statement<{ readonly longer: boolean }>(
  'account asks for time',
  'select longer_messages as longer from accounts where id = $1',
)
