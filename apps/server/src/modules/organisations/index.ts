export { getAreaRules, type Ask } from './area-rules.queries.ts'
export { foundOrganisation, loadRegister, type NewOrganisation } from './organisations.commands.ts'
export { saveLogo } from './logos.queries.ts'
export { countRulesRevision, listAreas } from './organisations.queries.ts'
