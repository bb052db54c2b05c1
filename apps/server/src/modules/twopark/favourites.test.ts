import { describe, expect, test } from 'vitest'
import { openTown } from '../../../test/open-town.ts'
import { neighbour } from '../../../test/two-park/neighbours.ts'
import { favouriteData } from '../../../test/two-park/speaker.ts'
import { openWebPage } from '../../../test/two-park/web-page.ts'

const town = await openTown()

describe('favourites in the 2Park protocol', () => {
  async function keeping() {
    const anna = await neighbour(town)
    const page = await openWebPage(town.app)
    await page.login(anna.email, anna.password)
    const change = (action: 'add' | 'remove', plate: string, name = '') =>
      page.speaker.ask('handle_favorite', {
        product_id: anna.wireId,
        data: favouriteData(action, plate, name),
      })
    const names = async () => {
      const asked = { product_id: anna.wireId }
      const { data } = await page.speaker.ask('get_category_product_details', asked)
      return data.pdt_members.map(
        ({ mbr_identifier, mbr_parameters, mbr_active }) =>
          `${mbr_identifier} ${mbr_parameters[0]?.prr_value} ${mbr_active}`,
      )
    }
    return { anna, change, names }
  }

  test('are added, renamed in two steps, and removed', async () => {
    const { change, names } = await keeping()
    expect(await change('add', 'gbb-01-b', 'Oma')).toMatchObject({
      major: 'OK',
      minor: 'SUCCESS',
      hasData: false,
    })
    expect(await names()).toEqual(['GBB01B Oma NO'])
    await change('remove', 'GBB01B')
    await change('add', 'GBB01B', 'Opa')
    expect(await names()).toEqual(['GBB01B Opa NO'])
    await change('remove', 'GBB01B')
    expect(await names()).toEqual([])
  })

  test('without a name are called by their plate', async () => {
    const { change, names } = await keeping()
    await change('add', 'GBB01B')
    expect(await names()).toEqual(['GBB01B GBB01B NO'])
  })

  test('are refused as elsewhere', async () => {
    const { change } = await keeping()
    await change('add', 'GBB01B', 'Oma')
    expect(await change('add', 'GBB01B', 'Opa')).toMatchObject({ minor: 'FAVOURITE_EXISTS' })
    expect(await change('add', 'CD456E', 'elf letters')).toMatchObject({ minor: 'INTERNAL_ERROR' })
    expect(await change('add', '...', 'Oma')).toMatchObject({ minor: 'INTERNAL_ERROR' })
    expect(await change('remove', 'NONE1')).toMatchObject({ minor: 'INTERNAL_ERROR' })
    expect(await change('add', 'CD456E', 'a\0b')).toMatchObject({ minor: 'INTERNAL_ERROR' })
  })
})
