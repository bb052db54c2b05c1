/**
 * The plates of a resident product. One that is switched has them as its members, of which the active
 * one is parked without an end. One with a temporary plate identifies a fixed plate, which holds as
 * long as no other does.
 */
import type { Plate } from '@2park/domain/plate'
import { isSamePlate } from '@2park/domain/plate'
import type { Product } from '#modules/products/index.ts'
import { costText, momentText } from './formats.ts'
import { parameters } from './parameters.ts'
import type { Action, Member } from './present-members.ts'
import { locationOf } from './product-ids.ts'

export function switchedMembers(product: Product): Member[] {
  return product.plates.map((plate) => {
    const isActive = product.activePlate !== null && isSamePlate(plate, product.activePlate)
    return memberFor(plate, 'LPN', isActive ? [sinceThen(product)] : [])
  })
}

/** Exactly one fixed plate: the page of the original takes nothing else. */
export function identificationsOf(product: Product, parked: readonly Member[]) {
  const fixed = product.activePlate ?? product.plates[0]
  if (!fixed) return []
  const isReplaced = parked.some(({ mbr_active }) => mbr_active === 'YES')
  const member = memberFor(fixed, 'FLPN', isReplaced ? [] : [sinceThen(product)])
  return [{ idn_identifier: fixed.number, idn_type: 'LPN', idn_members: [member, ...parked] }]
}

function memberFor(
  { number }: Plate,
  type: Member['mbr_type'],
  actions: readonly Action[],
): Member {
  return {
    mbr_id: number,
    mbr_identifier: number,
    mbr_type: type,
    mbr_active: actions.length > 0 ? 'YES' : 'NO',
    mbr_parameters: [],
    mbr_actions: actions,
    mbr_grants: [],
  }
}

/** It holds without having been started: what stands in the place of an action is the product itself. */
function sinceThen(product: Product): Action {
  return {
    atn_id: product.id,
    atn_state: 'ACTIVE',
    atn_chained: 'NO',
    atn_chained_child_id: '',
    atn_parameters: parameters({
      TIMESTART: momentText(product.activeSince ?? product.valid.start),
      TIMEEND: '',
      LOCATION: product.location,
      COST: costText(0, 'none'),
      LOC_CODE: locationOf(product),
    }),
  }
}
