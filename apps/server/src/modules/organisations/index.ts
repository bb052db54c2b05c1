export { getAreaRules, type Ask } from './area-rules.queries.ts'
export { foundOrganisation, loadRegister, type NewOrganisation } from './organisations.commands.ts'
export { countRulesRevision } from './organisations.queries.ts'
