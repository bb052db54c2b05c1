export { getAreaRules, type Ask } from './area-rules.queries.ts'
export {
  closeTwoPark,
  foundOrganisation,
  loadRegister,
  type NewOrganisation,
  openTwoPark,
} from './organisations.commands.ts'
export { saveLogo, saveMailLogo } from './logos.queries.ts'
export {
  countRulesRevision,
  findOrganisationBySlug,
  findTwoPark,
  getOrganisation,
  listAreas,
} from './organisations.queries.ts'
