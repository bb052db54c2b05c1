export { remindInTime } from './reminders.commands.ts'
