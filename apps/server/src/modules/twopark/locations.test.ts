import { expect, test } from 'vitest'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { neighbour } from '../../../test/two-park/neighbours.ts'
import { speaking, valueOf } from '../../../test/two-park/speaker.ts'
import { startAt } from '../../../test/two-park/whole-visit.ts'

const town = await openTown()
const streets = { kind: 'prepaid', locations: { Haven: '0.02', Markt: '0.06' } } as const

async function inTheStreet() {
  const anna = await neighbour(town, streets)
  const { ask } = await speaking(town.app, anna)
  const letters = anna.location.slice(0, 3)
  const start = (plate: string, location: string) =>
    startAt(town, { ask, product_id: anna.wireId }, { plate, location })
  return { anna, ask, letters, start }
}

test('O2: of prepaid parking a location is asked for, of those that there are', async () => {
  const { anna, ask, letters } = await inTheStreet()
  const { data } = await ask('get_categories')
  const [product] = data.categories.flatMap(({ cty_products }) => cty_products)
  const start = product?.pdt_parameter_groups.find(({ pgp_label }) => pgp_label === 'START')
  const location = start?.pgp_parameters.find(({ prr_label }) => prr_label === 'LOCATION')
  expect(location).toMatchObject({ prr_value: '', prr_options: 'REQUIRED' })
  const listed = await ask('get_product_locations', { product_id: anna.wireId, location: '' })
  expect(listed.data.locations.map(({ ltn_parameters }) => ltn_parameters[0])).toEqual([
    {
      prr_label: 'LOCATION',
      prr_value: `${letters}HAVEN`,
      prr_default_value_display: `${letters}HAVEN-Haven`,
    },
    {
      prr_label: 'LOCATION',
      prr_value: `${letters}MARKT`,
      prr_default_value_display: `${letters}MARKT-Markt`,
    },
  ])
})

test('O2: what is chosen is what is paid, and what is shown', async () => {
  const { anna, ask, letters, start } = await inTheStreet()
  const { data } = await start('AB123C', `${letters}MARKT`)
  expect(valueOf(data.alternates[0]?.action.atn_parameters ?? [], 'AMOUNT')).toBe('3.60')
  const look = async (name: string) => {
    const answer = await ask(name, { product_id: anna.wireId })
    const members =
      answer.data.pdt_members ??
      answer.data.categories.flatMap(({ cty_products }) =>
        cty_products.flatMap(({ pdt_members }) => pdt_members),
      )
    const [action] = members.flatMap(({ mbr_actions }) => mbr_actions)
    const parameters = action?.atn_parameters ?? []
    return [valueOf(parameters, 'LOCATION'), valueOf(parameters, 'LOC_CODE')]
  }
  expect(await look('get_category_product_details')).toEqual(['Markt', `${letters}MARKT`])
  expect(await look('get_activations')).toEqual(['Markt', `${letters}MARKT`])
  town.now = mondayAtTen.add({ minutes: 20 })
  await ask('stop_action', { product_id: anna.wireId, action_id: data.atn_id })
  const history = await ask('get_action_history', { product_id: anna.wireId, startindex: '0' })
  expect(valueOf(history.data.actions[0]?.atn_parameters ?? [], 'LOCATION')).toBe('Markt')
})

test('O2: without one, or with another, nothing is parked', async () => {
  const { start, letters } = await inTheStreet()
  expect(await start('AB123C', '')).toMatchObject({ major: 'FAIL', minor: 'LOCATION_MISSING' })
  const elsewhere = await start('AB123C', `${letters}NONE`)
  expect(elsewhere).toMatchObject({ major: 'FAIL', minor: 'LOCATION_NOT_OFFERED' })
})
