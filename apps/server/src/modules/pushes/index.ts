export { sendDuePushes, sendPush, type PushContent } from './pushes.commands.ts'
export type { PushMessage, PushOutcome, PushSender } from './push.port.ts'
export { listSubscriptionsOf } from './subscriptions.queries.ts'
