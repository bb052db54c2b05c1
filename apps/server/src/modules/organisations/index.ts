export { getAreaRules, type Ask } from './area-rules.queries.ts'
export { foundOrganisation, loadRegister, type NewOrganisation } from './organisations.commands.ts'
export { countRulesRevision, listAreas } from './organisations.queries.ts'
