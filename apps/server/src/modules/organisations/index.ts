export { getAreaRules, type Ask } from './area-rules.queries.ts'
export { foundOrganisation, loadRegister, type NewOrganisation } from './organisations.commands.ts'
export { saveLogo, saveMailLogo } from './logos.queries.ts'
export {
  countRulesRevision,
  findOrganisationBySlug,
  getOrganisation,
  listAreas,
} from './organisations.queries.ts'
