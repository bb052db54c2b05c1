export { authenticateShop, openPermitShop, type Credentials } from './shops.commands.ts'
export { announceLinked } from './webhooks.ts'
export type { WebhookMessage, WebhookSender } from './webhook.port.ts'
