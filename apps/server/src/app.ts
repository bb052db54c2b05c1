/** The composition root: the only place where the modules meet the world. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import fastifyCookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import type { DemoClock } from '#adapters/clock/demo-clock.ts'
import { demoClockRoutes } from '#adapters/clock/demo-clock.routes.ts'
import { demoMailboxRoutes } from '#adapters/mail/demo-mailbox.routes.ts'
import { isSandbox, type Payments } from '#adapters/payments/payments.ts'
import { sandboxBankRoutes } from '#adapters/payments/sandbox-bank.routes.ts'
import { openSandboxBank } from '#adapters/payments/sandbox.ts'
import { run, statement } from '#database/database.ts'
import { serveApi } from '#http/api.ts'
import type { Guards } from '#http/callers.ts'
import { answerError } from '#http/errors.ts'
import { sessionCookie } from '#http/session-cookie.ts'
import { webApp } from '#http/web-app.ts'
import { logCalls, loggerTo, type LogSink } from '#log/log.ts'
import { accessTokenRoutes } from '#modules/access-tokens/access-tokens.routes.ts'
import { authenticateProgram } from '#modules/access-tokens/index.ts'
import { authenticate } from '#modules/accounts/index.ts'
import { accountRoutes } from '#modules/accounts/accounts.routes.ts'
import { passkeyRoutes } from '#modules/accounts/passkeys.routes.ts'
import { emailChangeRoutes } from '#modules/accounts/email-changes.routes.ts'
import { passwordRoutes } from '#modules/accounts/passwords.routes.ts'
import { proofRoutes } from '#modules/accounts/proof.routes.ts'
import { secondFactorRoutes } from '#modules/accounts/second-factor.routes.ts'
import { signInRoutes } from '#modules/accounts/sign-ins.routes.ts'
import { delegationRoutes } from '#modules/delegations/delegations.routes.ts'
import { balanceAlarmRoutes } from '#modules/balance-alarms/balance-alarms.routes.ts'
import { favouriteRoutes } from '#modules/favourites/favourites.routes.ts'
import { serveCalendars } from '#modules/calendar/calendar.routes.ts'
import { linkingRoutes } from '#modules/linking/linking.routes.ts'
import { openChanges } from '#modules/live/index.ts'
import { liveRoutes } from '#modules/live/live.routes.ts'
import { historyRoutes } from '#modules/history/history.routes.ts'
import { findProductOfSession } from '#modules/parking-sessions/index.ts'
import { locationRoutes } from '#modules/parking-sessions/locations.routes.ts'
import { parkingSessionRoutes } from '#modules/parking-sessions/parking-sessions.routes.ts'
import { pushRoutes } from '#modules/pushes/pushes.routes.ts'
import { quoteRoutes } from '#modules/parking-sessions/quotes.routes.ts'
import { revokingRoutes } from '#modules/parking-sessions/revoking.routes.ts'
import { accessibilityRoutes } from '#modules/organisations/accessibility.routes.ts'
import { brandingRoutes } from '#modules/organisations/branding.routes.ts'
import { serveLogos } from '#modules/organisations/logos.routes.ts'
import { authenticateShop } from '#modules/permit-shop/index.ts'
import { permitShopRoutes } from '#modules/permit-shop/permit-shop.routes.ts'
import { privacyRoutes } from '#modules/privacy/privacy.routes.ts'
import { productRoutes } from '#modules/products/products.routes.ts'
import { followPayment } from '#modules/top-ups/following.commands.ts'
import { topUpRoutes } from '#modules/top-ups/top-ups.routes.ts'
import { webhookRoutes } from '#modules/top-ups/webhook.routes.ts'
import { twoParkRoutes } from '#modules/twopark/twopark.routes.ts'
import { startProductRoutes } from '#modules/products/start-product.routes.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'

export type Surroundings = {
  /** The folder of the built web app; without it only the API answers. */
  readonly webRoot?: string
  /** Whether calls are written down on standard output. */
  readonly log?: boolean | LogSink
  /** The proxies whose word about a caller's address is taken, as addresses or ranges. */
  readonly trustedProxies?: string
  /** Whether everybody may read the mails: only in a demo. */
  readonly hasMailbox?: boolean
  /** That everybody may move, with what is to be done then: only in a demo. */
  readonly movable?: { readonly clock: DemoClock; readonly catchUp: () => Promise<void> }
  /** Who takes the money of top-ups; without one, the sandbox, which takes none. */
  readonly payments?: Payments
  /** Push services beside those of browser makers, as origins. */
  readonly pushServices?: readonly string[]
  /** Ends what would go on: a stream has no last answer to wait for. */
  readonly closing?: AbortSignal
}

const aliveness = statement('aliveness', 'select 1')

export function buildApp(
  world: World,
  { webRoot, log = false, trustedProxies, ...given }: Surroundings = {},
): FastifyInstance {
  const app = Fastify({
    bodyLimit: 64 * 1024,
    logger: loggerTo(log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies ?? false,
    frameworkErrors: answerError,
  })
  app.register(fastifyCookie)
  app.setErrorHandler(answerError)
  logCalls(app)
  app.get('/healthz', async () => {
    await run(world.db, aliveness())
    return { status: 'ok' }
  })
  serveLogos(app, world)
  serveCalendars(app, world)
  const payments = given.payments ?? openSandboxBank(world)
  const till = { ...world, payments }
  const report = (error: Error) => app.log.error({ err: error }, 'changes not asked')
  const changes = openChanges(world, { closing: given.closing, report })
  serveApi(app, guardsOf(world), (route) => {
    accountRoutes(route, world)
    signInRoutes(route, world)
    passwordRoutes(route, world)
    emailChangeRoutes(route, world)
    proofRoutes(route, world)
    secondFactorRoutes(route, world)
    passkeyRoutes(route, world)
    startProductRoutes(route, world)
    privacyRoutes(route, world)
    accessTokenRoutes(route, world)
    productRoutes(route, world)
    favouriteRoutes(route, world)
    delegationRoutes(route, world)
    parkingSessionRoutes(route, world)
    quoteRoutes(route, world)
    locationRoutes(route, world)
    liveRoutes(route, changes)
    pushRoutes(route, world, given.pushServices ?? [])
    revokingRoutes(route, world)
    linkingRoutes(route, world)
    permitShopRoutes(route, world)
    brandingRoutes(route, world)
    accessibilityRoutes(route, world)
    historyRoutes(route, world)
    balanceAlarmRoutes(route, world)
    topUpRoutes(route, till)
  })
  twoParkRoutes(app, till)
  openDemoDoors(app, world, given)
  letBankIn(app, till)
  bringWebApp(app, webRoot)
  return app
}

function bringWebApp(app: FastifyInstance, webRoot: string | undefined): void {
  if (webRoot && existsSync(webRoot)) return webApp(app, webRoot)
  app.setNotFoundHandler(() => {
    throw new Refused('notFound')
  })
}

type DemoDoors = Pick<Surroundings, 'hasMailbox' | 'movable'>

function openDemoDoors(
  app: FastifyInstance,
  world: World,
  { hasMailbox = false, movable }: DemoDoors,
): void {
  if (hasMailbox) demoMailboxRoutes(app, world)
  if (movable) demoClockRoutes(app, movable.clock, movable.catchUp)
}

/** Where a payment provider tells of news; and the sandbox has its page with us. */
function letBankIn(app: FastifyInstance, till: World & { readonly payments: Payments }): void {
  webhookRoutes(app, till)
  const { payments } = till
  if (isSandbox(payments)) sandboxBankRoutes(app, payments, (id) => followPayment(till, id))
}

/** Who tells callers apart. */
function guardsOf(world: World): Guards {
  return {
    world,
    cookie: sessionCookie(world.publicUrl),
    authenticate: (token, idleSeconds) => authenticate(world, token, idleSeconds),
    authenticateShop: (token) => authenticateShop(world, token),
    authenticateProgram: (shown) => authenticateProgram(world, shown),
    findProductOfSession: (sessionId) => findProductOfSession(world.db, sessionId),
  }
}
