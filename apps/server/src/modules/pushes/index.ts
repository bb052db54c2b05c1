export { sendDuePushes, sendPush } from './pushes.commands.ts'
export type { PushContent, PushMessage, PushOutcome, PushSender, RetellPush } from './push.port.ts'
export { listSubscriptionsOf } from './subscriptions.queries.ts'
