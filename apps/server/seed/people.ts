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
] as const

export type DemoEmail = (typeof demoAccounts)[number]['email']

/** The counter of each town, where products are issued; the tokens are as well known as the passwords. */
export const demoShops = [
  { town: 'waterdam', name: 'E-Loket Waterdam', token: 'loket-waterdam' },
  { town: 'heuvelrade', name: 'P-Loket Heuvelrade', token: 'loket-heuvelrade' },
  { town: 'zilverdijk', name: 'E-Loket Zilverdijk', token: 'loket-zilverdijk' },
] as const
