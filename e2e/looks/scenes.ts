/** Every page and every sheet of the app, each in the states that it can be in. */
import type { Pages } from './pages.ts'
import * as account from './scenes/account.ts'
import * as counter from './scenes/counter.ts'
import { demo } from './scenes/demo.ts'
import * as door from './scenes/door.ts'
import * as product from './scenes/product.ts'
import * as security from './scenes/security.ts'
import { sessions } from './scenes/sessions.ts'

const pages: Pages = { ...door, ...counter, ...account, ...security, ...product, sessions }

export const scenes = { ...pages, demo }
