export { grantPeriod, grantPeriods } from './period-grants.commands.ts'
