export { followProductPeriods, grantPeriod, grantPeriods } from './period-grants.commands.ts'
