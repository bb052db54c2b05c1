/** The invented people of the demo, and what each of them shows. */
export const password = 'waterdam parkeert graag'

export const demoAccounts = [
  {
    email: 'anna@example.com',
    password,
    note: 'three municipalities, half a year of history; parks a visitor now',
  },
  { email: 'bram@example.com', password, note: 'has almost no balance left, below the alarm' },
  { email: 'chantal@example.com', password, note: 'one product is blocked, one has expired' },
  { email: 'daan@example.com', password, note: 'has just begun' },
  { email: 'emma@example.com', password, note: 'lets others park on her product' },
  { email: 'finn@example.com', password, note: 'parks by a delegation of Emma in another town' },
  { email: 'greta@example.com', password, note: 'her own product holds for a car on loan' },
  {
    email: 'hugo@example.com',
    password,
    note: 'has to choose which of two cars his product is for',
  },
  { email: 'ivo@example.com', password, note: 'parks in any street, from a prepaid balance' },
  {
    email: 'jet@example.com',
    password,
    note: 'a firm with three parking rights, two of them in use',
  },
  { email: 'kees@example.com', password, note: 'has nothing left, to the cent' },
] as const

export type DemoEmail = (typeof demoAccounts)[number]['email']

/** The counter of each town, where products are issued; the tokens are as well known as the passwords. */
export const demoShops = [
  { town: 'waterdam', name: 'E-Loket Waterdam', token: 'loket-waterdam' },
  { town: 'heuvelrade', name: 'P-Loket Heuvelrade', token: 'loket-heuvelrade' },
  { town: 'zilverdijk', name: 'E-Loket Zilverdijk', token: 'loket-zilverdijk' },
] as const
