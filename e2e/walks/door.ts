/** Along the pages from before one is in, and the counter of the permit shop. */
import { aBuyer, issue } from '#support/counter.ts'
import type { Stage } from '../looks/scene.ts'
import type { Walk } from './walk.ts'

export const door = {
  name: 'before one is signed in',
  stops: [
    { of: 'signIn', at: '/sign-in' },
    { of: 'signIn', at: '/sign-in', act: ({ press }) => press('sign_in') },
    { of: 'forgotPassword', at: '/forgot-password', act: ({ press }) => press('forgot_send') },
    {
      of: 'resetPassword',
      at: '/reset-password#x',
      act: ({ fill }) => fill('password_new', 'paars fiets wolk'),
    },
    { of: 'link', at: '/link#x' },
    { of: 'confirmEmail', at: '/confirm-email#x' },
    { of: 'accessibility', at: '/toegankelijkheid' },
    { of: 'permitShop', at: '/permit-shop' },
    { of: 'permitShop', act: ({ page, language }) => issue(page, aBuyer(), language) },
    { of: 'permitShop', act: seeLook },
    { of: 'permitShop', act: askToEnd },
  ],
} as const satisfies Walk

async function seeLook({ press, sheet, say }: Stage) {
  await press('branding')
  await sheet.getByRole('heading', { name: say('branding') }).waitFor()
}

async function askToEnd({ page, press, sheet }: Stage) {
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await press('shop_end')
  await sheet.waitFor()
}
