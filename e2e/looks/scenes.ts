/** Every page and every sheet of the app, each in the states that it can be in. */
import type { Pages } from './pages.ts'
import * as account from './scenes/account.ts'
import * as door from './scenes/door.ts'
import * as product from './scenes/product.ts'
import { sessions } from './scenes/sessions.ts'

export const scenes: Pages = { ...door, ...account, ...product, sessions }
