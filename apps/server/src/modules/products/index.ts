export { getOwnProduct } from './access.ts'
export {
  blockProduct,
  issueProduct,
  linkProduct,
  offerProductType,
  type NewProductType,
} from './products.commands.ts'
export { isHolder } from './products.policy.ts'
export { findProduct } from './products.queries.ts'
export { getTerms } from './terms.ts'
