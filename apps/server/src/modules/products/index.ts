export { getOwnProduct, getUsableProduct } from './access.ts'
export { switchPlate } from './active-plate.commands.ts'
export {
  findIssuedProduct,
  type IssuedProduct,
  listIssuedProducts,
  listProductTypes,
  lockIssuedProduct,
  type OfferedType,
} from './issued.queries.ts'
export { type HeldActivePlate, listActivePlatesOf } from './held-plates.queries.ts'
export { periodOn, type BalancePeriod } from './balance-period.ts'
export { productPeriodAt } from './product-period.ts'
export {
  blockProduct,
  blockProductWithin,
  changeProduct,
  issueProduct,
  issueProductWithin,
  linkProduct,
  type NewProductType,
  offerProductType,
} from './products.commands.ts'
export { removeProduct } from './removing.commands.ts'
export { isHolder, type ProductState, productStateOf, stateByDates } from './products.policy.ts'
export { findProduct, listHeldProducts, listProductsOf, type Product } from './products.queries.ts'
export { findStartProduct, replaceStartProduct } from './start-product.queries.ts'
export { getTerms, type Terms } from './terms.ts'
export { findTopUpTerms, type TopUpOption, type TopUpTerms } from './top-up-terms.queries.ts'
export { listUsedProducts, releaseProducts, type UsedProduct } from './used-products.queries.ts'
