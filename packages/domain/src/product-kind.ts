/** What a municipality offers, told apart by how one parks with it. */
export const productKinds = ['visitor', 'temporaryPlate', 'plateSwitch', 'prepaid', 'pool'] as const
export type ProductKind = (typeof productKinds)[number]

/**
 * A resident product holds for a plate of its holder's own without any parking session: the one that
 * is active.
 */
export function isResident(kind: ProductKind): boolean {
  return kind === 'temporaryPlate' || kind === 'plateSwitch'
}

/**
 * The most sessions at any one moment: one temporary plate (H1), as many as rights were bought for a
 * pool (O3), and otherwise as the product type has it.
 */
export function placesOf(
  kind: ProductKind,
  { ofType, rightsBought }: { ofType: number | undefined; rightsBought: number | undefined },
): number | undefined {
  if (kind === 'temporaryPlate') return 1
  return kind === 'pool' ? (rightsBought ?? ofType) : ofType
}
