export { mailRetelling, pushRetelling } from './retelling.ts'
export { remindInTime } from './reminders.commands.ts'
