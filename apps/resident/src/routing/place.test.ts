import { expect, test } from 'vitest'
import { hrefOf, type Place, placeOf, withoutSheet } from './place.ts'

const here = 'https://2park.example'
const productId = '01890a5d-ac96-774b-bcce-b302099a8057'

const places: readonly (readonly [Place, string])[] = [
  [{ page: 'start' }, '/'],
  [{ page: 'link' }, '/link'],
  [{ page: 'permitShop' }, '/permit-shop'],
  [{ page: 'signIn', from: '/products?sheet=menu' }, '/sign-in?from=%2Fproducts%3Fsheet%3Dmenu'],
  [{ page: 'signIn', why: 'idle' }, '/sign-in?why=idle'],
  [{ page: 'forgotPassword' }, '/forgot-password'],
  [{ page: 'accessibility' }, '/toegankelijkheid'],
  [{ page: 'resetPassword' }, '/reset-password'],
  [{ page: 'confirmEmail' }, '/confirm-email'],
  [{ page: 'settings', sheet: 'close' }, '/settings?sheet=close'],
  [{ page: 'settings', section: 'device' }, '/settings?section=device'],
  [{ page: 'products', product: productId }, `/products?product=${productId}`],
  [{ page: 'allSessions', sheet: 'menu' }, '/parking-sessions?sheet=menu'],
  [{ page: 'about', product: productId }, `/about?product=${productId}`],
  [{ page: 'sessions', productId }, `/products/${productId}/parking-sessions`],
  [
    { page: 'sessions', productId, tab: 'planned', sheet: 'delete', session: 'x' },
    `/products/${productId}/parking-sessions?tab=planned&sheet=delete&session=x`,
  ],
  [
    { page: 'delegations', productId, sheet: 'revoke', delegation: 'x' },
    `/products/${productId}/delegations?sheet=revoke&delegation=x`,
  ],
  [
    { page: 'favourites', productId, sheet: 'remove', favourite: 'x' },
    `/products/${productId}/favourites?sheet=remove&favourite=x`,
  ],
  [{ page: 'plateSwitch', productId }, `/products/${productId}/plates`],
  [
    { page: 'history', productId, tab: 'transactions', sheet: 'mail' },
    `/products/${productId}/history?tab=transactions&sheet=mail`,
  ],
  [{ page: 'topUp', productId, payment: 'x' }, `/products/${productId}/top-up?payment=x`],
  [
    { page: 'products', organisation: 'o', sheet: 'alarm', about: 'x' },
    '/products?organisation=o&sheet=alarm&about=x',
  ],
]

test.each(places)('%o has the address %s, and the address leads back to it', (place, href) => {
  expect(hrefOf(place)).toBe(href)
  expect(JSON.parse(JSON.stringify(placeOf(new URL(href, here))))).toEqual(place)
})

test.each([
  ['/elsewhere', 'a path that is no page'],
  ['/products/x/secrets', 'a page that no product has'],
  ['/products//favourites', 'a product without a name'],
])('%s is not found, because it is %s', (path) => {
  expect(placeOf(new URL(path, here))).toEqual({ page: 'notFound' })
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'evil'])(
  'signing in never leads to another site: %s',
  (from) => {
    const address = new URL('/sign-in', here)
    address.searchParams.set('from', from)
    expect(placeOf(address)).toEqual({ page: 'signIn', from: undefined, why: undefined })
  },
)

test('an unknown sheet or tab in the address is as good as none', () => {
  const address = new URL(`/products/${productId}/parking-sessions?tab=old&sheet=bomb`, here)
  expect(placeOf(address)).toMatchObject({ page: 'sessions', tab: undefined, sheet: undefined })
})

test('closing a sheet keeps the tab and forgets what the sheet was about', () => {
  expect(
    withoutSheet({ page: 'sessions', productId, tab: 'planned', sheet: 'stop', session: 'x' }),
  ).toEqual({
    page: 'sessions',
    productId,
    tab: 'planned',
    sheet: undefined,
    session: undefined,
  })
})
