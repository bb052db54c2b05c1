export { getOwnProduct, getUsableProduct } from './access.ts'
export {
  blockProduct,
  blockProductWithin,
  changeProduct,
  issueProduct,
  issueProductWithin,
  linkProduct,
  offerProductType,
  type NewProductType,
} from './products.commands.ts'
export { productPeriodAt } from './product-period.ts'
export {
  findIssuedProduct,
  listIssuedProducts,
  listProductTypes,
  lockIssuedProduct,
  type IssuedProduct,
  type OfferedType,
} from './issued.queries.ts'
export { productStateOf, stateByDates, type ProductState } from './products.policy.ts'
export { findProduct, type Product } from './products.queries.ts'
export { findTopUpTerms, type TopUpOption, type TopUpTerms } from './top-up-terms.queries.ts'
export { getTerms } from './terms.ts'
