export { getOwnProduct, getUsableProduct } from './access.ts'
export {
  blockProduct,
  issueProduct,
  linkProduct,
  offerProductType,
  type NewProductType,
} from './products.commands.ts'
export { isHolder, productStateOf } from './products.policy.ts'
export { findProduct, type Product } from './products.queries.ts'
export { getTerms } from './terms.ts'
