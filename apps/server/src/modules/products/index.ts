export { getOwnProduct } from './access.ts'
export {
  blockProduct,
  issueProduct,
  offerProductType,
  type NewProductType,
} from './products.commands.ts'
export { isHolder } from './products.policy.ts'
export { getTerms } from './terms.ts'
