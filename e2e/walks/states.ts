/** States that take days, a bank or somebody else to come about: as if the server told of them. */
import type { Stage } from '../looks/scene.ts'

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const amount = { unit: 'money', value: 10_00 }

export const afterTopUp =
  (state: 'open' | 'paid' | 'failed' | 'mismatched') =>
  async ({ page, open }: Stage) => {
    const json = { id, productId: id, state, gives: amount, price: amount, balance: amount }
    await page.route(`**/top-ups/${id}`, (route) => route.fulfill({ json }))
    await open(`/products/{product}/top-up?payment=${id}`)
    await page.getByRole('main').getByRole('status').locator('b').waitFor()
  }

export const withProduct =
  (is: object, at = '/products/{product}/parking-sessions') =>
  async ({ page, open }: Stage) => {
    await page.route('**/api/v1/products', async (route) => {
      const response = await route.fetch()
      const { products, ...rest } = (await response.json()) as { products: object[] }
      const json = { ...rest, products: products.map((product) => ({ ...product, ...is })) }
      await route.fulfill({ response, json })
    })
    await open(at)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }

export const delegated = { delegation: { by: 'emma@example.com', sharesBalance: true } }

export async function withoutProduct({ page, open }: Stage) {
  await page.route('**/api/v1/products', (route) => route.fulfill({ json: { products: [] } }))
  await open('/')
}
