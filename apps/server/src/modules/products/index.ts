export { getOwnProduct, getUsableProduct } from './access.ts'
export {
  blockProduct,
  blockProductWithin,
  issueProduct,
  linkProduct,
  offerProductType,
  type NewProductType,
} from './products.commands.ts'
export { productPeriodAt } from './product-period.ts'
export { productStateOf, type ProductState } from './products.policy.ts'
export { findProduct, type Product } from './products.queries.ts'
export { findTopUpTerms, type TopUpOption, type TopUpTerms } from './top-up-terms.queries.ts'
export { getTerms } from './terms.ts'
