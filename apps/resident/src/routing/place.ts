/**
 * Where one is in the app, as a value, and the address that says the same. A sheet that is open is
 * part of the place: it can be linked to, and the phone's back button closes it.
 */
import { addressOf } from '@2park/web/api'

export type Place =
  | SignInPlace
  | { readonly page: (typeof bare)[number] }
  | { readonly page: 'start' }
  | SessionsPlace
  | FavouritesPlace
  | HistoryPlace
  | DelegationsPlace
  | TopUpPlace
  | PlateSwitchPlace
  | ProductsPlace
  | OverviewPlace
  | SettingsPlace
  | { readonly page: 'notFound' }

/** Pages that somebody may be on without being signed in, whose address says no more than their path. */
const bare = [
  'forgotPassword',
  'resetPassword',
  'confirmEmail',
  'link',
  'permitShop',
  'accessibility',
] as const

/** Why one was signed out, or is to sign in. */
const leavingReasons = ['idle', 'expired', 'stolen', 'passwordChanged', 'closed'] as const
export type LeavingReason = (typeof leavingReasons)[number]

type SignInPlace = {
  readonly page: 'signIn'
  /** Where one was. */
  readonly from?: string | undefined
  readonly why?: LeavingReason | undefined
}

export type SettingsPlace = {
  readonly page: 'settings'
  /** The product that stays selected meanwhile. */
  readonly product?: string | undefined
  /** The part of the page that one came for. */
  readonly section?: 'notifications' | 'device' | undefined
  readonly sheet?: 'menu' | 'close' | undefined
}

export type SessionsPlace = {
  readonly page: 'sessions'
  readonly productId: string
  readonly tab?: 'planned' | undefined
  readonly sheet?: 'menu' | 'new' | 'stop' | 'extend' | 'delete' | 'leave' | undefined
  /** The session that the sheet is about. */
  readonly session?: string | undefined
}

export type FavouritesPlace = {
  readonly page: 'favourites'
  readonly productId: string
  readonly sheet?: 'menu' | 'new' | 'remove' | undefined
  /** The favourite that the sheet is about. */
  readonly favourite?: string | undefined
}

export type DelegationsPlace = {
  readonly page: 'delegations'
  readonly productId: string
  readonly sheet?: 'menu' | 'new' | 'change' | 'revoke' | undefined
  /** The delegation that the sheet is about. */
  readonly delegation?: string | undefined
}

export type HistoryPlace = {
  readonly page: 'history'
  readonly productId: string
  readonly tab?: 'transactions' | undefined
  readonly sheet?: 'menu' | 'mail' | undefined
}

export type TopUpPlace = {
  readonly page: 'topUp'
  readonly productId: string
  /** The top-up whose payment one comes back from. */
  readonly payment?: string | undefined
  readonly sheet?: 'menu' | undefined
}

export type PlateSwitchPlace = {
  readonly page: 'plateSwitch'
  readonly productId: string
  readonly sheet?: 'menu' | undefined
}

export type ProductsPlace = {
  readonly page: 'products'
  /** The product that stays selected meanwhile. */
  readonly product?: string | undefined
  /** The municipality whose products are shown. */
  readonly organisation?: string | undefined
  readonly sheet?: 'menu' | 'alarm' | 'remove' | undefined
  /** The product that the sheet is about. */
  readonly about?: string | undefined
}

/** Pages of no product in particular. */
const overviews = ['allSessions', 'security', 'accessTokens', 'about'] as const

export type OverviewPlace = {
  readonly page: (typeof overviews)[number]
  /** The product that stays selected meanwhile. */
  readonly product?: string | undefined
  readonly sheet?: 'menu' | undefined
}

const paths: Readonly<Record<Place['page'], string>> = {
  signIn: '/sign-in',
  forgotPassword: '/forgot-password',
  resetPassword: '/reset-password',
  confirmEmail: '/confirm-email',
  start: '/',
  link: '/link',
  permitShop: '/permit-shop',
  // The address that the law's statements have in the Netherlands.
  accessibility: '/toegankelijkheid',
  sessions: '/products/{productId}/parking-sessions',
  favourites: '/products/{productId}/favourites',
  delegations: '/products/{productId}/delegations',
  history: '/products/{productId}/history',
  topUp: '/products/{productId}/top-up',
  plateSwitch: '/products/{productId}/plates',
  products: '/products',
  allSessions: '/parking-sessions',
  security: '/security',
  accessTokens: '/access-tokens',
  about: '/about',
  settings: '/settings',
  notFound: '/not-found',
}

export function hrefOf(place: Place): string {
  const { page, ...fields } = place
  const path = paths[page]
  const search = Object.entries(fields).filter(([name]) => !path.includes(`{${name}}`))
  return addressOf(path, fields, Object.fromEntries(search))
}

export function placeOf(address: URL): Place {
  const { pathname, searchParams: search } = address
  switch (pathname) {
    case paths.signIn:
      return signInPlaceOf(search)
    case paths.start:
      return { page: 'start' }
    case paths.products:
      return productsPlaceOf(search)
    case paths.settings:
      return {
        page: 'settings',
        product: search.get('product') ?? undefined,
        section: oneOf(search.get('section'), ['notifications', 'device']),
        sheet: oneOf(search.get('sheet'), ['menu', 'close']),
      }
    default:
      return bareOf(pathname) ?? overviewOf(pathname, search) ?? productPlaceOf(pathname, search)
  }
}

/** Whose address says no more than its path. */
function bareOf(pathname: string): Place | undefined {
  const page = bare.find((each) => paths[each] === pathname)
  return page && { page }
}

function signInPlaceOf(search: URLSearchParams): Place {
  return {
    page: 'signIn',
    from: ownPath(search.get('from')),
    why: oneOf(search.get('why'), leavingReasons),
  }
}

function productPlaceOf(pathname: string, search: URLSearchParams): Place {
  const [, productId = '', page] = /^\/products\/([\w-]+)\/([a-z-]+)$/.exec(pathname) ?? []
  if (page === 'parking-sessions') return sessionsOf(productId, search)
  if (page === 'favourites') {
    return {
      page: 'favourites',
      productId,
      sheet: oneOf(search.get('sheet'), ['menu', 'new', 'remove']),
      favourite: textOf(search, 'favourite'),
    }
  }
  if (page === 'delegations') {
    return {
      page: 'delegations',
      productId,
      sheet: oneOf(search.get('sheet'), ['menu', 'new', 'change', 'revoke']),
      delegation: textOf(search, 'delegation'),
    }
  }
  if (page === 'history') {
    return {
      page: 'history',
      productId,
      tab: oneOf(search.get('tab'), ['transactions']),
      sheet: oneOf(search.get('sheet'), ['menu', 'mail']),
    }
  }
  if (page === 'top-up') return topUpOf(productId, search)
  if (page === 'plates') {
    return { page: 'plateSwitch', productId, sheet: oneOf(search.get('sheet'), ['menu']) }
  }
  return { page: 'notFound' }
}

function sessionsOf(productId: string, search: URLSearchParams): SessionsPlace {
  return {
    page: 'sessions',
    productId,
    tab: oneOf(search.get('tab'), ['planned']),
    sheet: oneOf(search.get('sheet'), ['menu', 'new', 'stop', 'extend', 'delete', 'leave']),
    session: textOf(search, 'session'),
  }
}

function topUpOf(productId: string, search: URLSearchParams): TopUpPlace {
  const sheet = oneOf(search.get('sheet'), ['menu'])
  return { page: 'topUp', productId, payment: textOf(search, 'payment'), sheet }
}

function textOf(search: URLSearchParams, name: string): string | undefined {
  return search.get(name) ?? undefined
}

function productsPlaceOf(search: URLSearchParams): ProductsPlace {
  return {
    page: 'products',
    product: search.get('product') ?? undefined,
    organisation: search.get('organisation') ?? undefined,
    sheet: oneOf(search.get('sheet'), ['menu', 'alarm', 'remove']),
    about: search.get('about') ?? undefined,
  }
}

function overviewOf(pathname: string, search: URLSearchParams): OverviewPlace | undefined {
  const page = overviews.find((each) => paths[each] === pathname)
  if (page === undefined) return undefined
  const sheet = oneOf(search.get('sheet'), ['menu'])
  return { page, product: textOf(search, 'product'), sheet }
}

/** Whether a page is for who is signed in. */
export function needsSignIn({ page }: Place): boolean {
  return page !== 'signIn' && !bare.some((each) => each === page)
}

/** The same place with its sheet, if any, closed. */
export function withoutSheet(place: Place): Place {
  if (place.page === 'sessions') return { ...place, sheet: undefined, session: undefined }
  if (place.page === 'favourites') return { ...place, sheet: undefined, favourite: undefined }
  if (place.page === 'delegations') return { ...place, sheet: undefined, delegation: undefined }
  if (place.page === 'products') return { ...place, sheet: undefined, about: undefined }
  return 'sheet' in place ? { ...place, sheet: undefined } : place
}

/** Where to go after signing in: a path of this app, never another site's address. */
function ownPath(path: string | null): string | undefined {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : undefined
}

function oneOf<const T extends string>(value: string | null, known: readonly T[]): T | undefined {
  return known.find((each) => each === value)
}
