export { removeAlarm, setAlarm } from './balance-alarms.commands.ts'
export { deleteAlarmsOf, listAlarmsOf } from './balance-alarms.queries.ts'
export { presentAlarm } from './presentation.ts'
