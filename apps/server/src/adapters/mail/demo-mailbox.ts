/** Where the mails of a demo go that has no mail server: to a page where a newcomer reads them all. */
import type { Mailer } from '#modules/notices/index.ts'
import type { World } from '#world.ts'
import { insertDemoMail } from './demo-mailbox.queries.ts'

export function demoMailer({ db, now }: Pick<World, 'db' | 'now'>): Mailer {
  return {
    deliver: async (mail) => {
      await insertDemoMail(db, mail, now())
      return { outcome: 'delivered' }
    },
  }
}
