/** The worker can't import the app's places, so this holds what it says of them to what they are. */
import { expect, test } from 'vitest'
import { hrefOf, needsSignIn, placeOf, type Place } from '#routing/place.ts'
import { isDaily } from '../../worker/daily-pages.ts'

const productId = '01890a5d-ac96-774b-bcce-b302099a8057'

/** One of each page, which this does not compile without. */
const places: Readonly<Record<Place['page'], Place>> = {
  start: { page: 'start' },
  sessions: { page: 'sessions', productId },
  favourites: { page: 'favourites', productId },
  history: { page: 'history', productId },
  delegations: { page: 'delegations', productId },
  topUp: { page: 'topUp', productId },
  plateSwitch: { page: 'plateSwitch', productId },
  products: { page: 'products' },
  allSessions: { page: 'allSessions' },
  security: { page: 'security' },
  accessTokens: { page: 'accessTokens' },
  about: { page: 'about' },
  settings: { page: 'settings' },
  signIn: { page: 'signIn' },
  forgotPassword: { page: 'forgotPassword' },
  resetPassword: { page: 'resetPassword' },
  confirmEmail: { page: 'confirmEmail' },
  link: { page: 'link' },
  permitShop: { page: 'permitShop' },
  accessibility: { page: 'accessibility' },
  notFound: { page: 'notFound' },
}

test.each(Object.values(places))(
  '$page begins with what was kept if one is signed in there',
  (place) => {
    const isPage = place.page !== 'notFound'
    expect(isDaily(hrefOf(place))).toBe(isPage && needsSignIn(place))
  },
)

test.each(['/api/v1/account', '/demo/mailbox', '/sandbox-bank/x', '/calendars/x.ics', '/healthz'])(
  '%s is the server’s own',
  (path) => {
    expect(isDaily(path)).toBe(false)
    expect(placeOf(new URL(path, 'https://2park.example')).page).toBe('notFound')
  },
)
