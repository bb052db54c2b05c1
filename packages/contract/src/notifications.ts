/**
 * What somebody is told of, and by which way: by mail, and by push on the devices that they asked it
 * on. What concerns the account itself always comes, by mail.
 */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'

/** What can be chosen; all but the last two are about parking sessions of one's own. */
export const notificationKinds = [
  'endsSoon',
  'ended',
  'stillRunning',
  'begun',
  'balanceAlarm',
  'delegateStarted',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** The ways of one kind. */
const Ways = z.strictObject({ mail: z.boolean(), push: z.boolean() })

const ofEachKind = Object.fromEntries(notificationKinds.map((kind) => [kind, Ways])) as Record<
  NotificationKind,
  typeof Ways
>

export const Notifications = z.strictObject({
  kinds: z.strictObject(ofEachKind),
  /** Whether a push may name a plate: it appears on a screen that is locked. */
  platesInPushes: z.boolean(),
})

/** As the browser's `PushSubscription` says it. */
const PushSubscription = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).check(z.maxLength(2000)),
  keys: z.strictObject({
    p256dh: z.string().check(z.regex(/^[\w-]{86,88}=*$/)),
    auth: z.string().check(z.regex(/^[\w-]{21,24}=*$/)),
  }),
})

export const notificationEndpoints = endpoints({
  'GET /account/notifications': {
    summary: 'What one is told of, and by which way.',
    tag: 'account',
    response: Notifications,
    status: 200,
    problems: [],
  },
  'PUT /account/notifications': {
    summary: 'Choose what one is told of, and by which way.',
    tag: 'account',
    body: Notifications,
    status: 204,
    problems: [],
  },
  'GET /push-subscriptions/current': {
    summary:
      'Whether this browser gets pushes, and the key that it asks its push service for them by.',
    tag: 'account',
    response: z.object({ isOn: z.boolean(), applicationServerKey: z.string() }),
    status: 200,
    problems: [],
  },
  'PUT /push-subscriptions/current': {
    summary: 'Get pushes in this browser, for as long as one is signed in here.',
    tag: 'account',
    body: PushSubscription,
    status: 204,
    problems: ['pushServiceUnknown'],
  },
  'DELETE /push-subscriptions/current': {
    summary: 'Get no pushes in this browser any more.',
    tag: 'account',
    status: 204,
    problems: [],
  },
})
