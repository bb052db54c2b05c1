import type { Job } from '#jobs/jobs.ts'
import type { WebhookSender } from './webhook.port.ts'
import { sendDueMessages } from './webhooks.ts'

export function webhookJob(send: WebhookSender, report: (error: Error) => void): Job {
  return {
    name: 'send-webhooks',
    cron: '* * * * *',
    run: ({ db, now }) => sendDueMessages({ db, now, send, report }),
  }
}
