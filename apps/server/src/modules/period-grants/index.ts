export { grantPeriod } from './period-grants.commands.ts'
