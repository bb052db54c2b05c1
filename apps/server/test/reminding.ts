/** How tests let time pass for somebody who wants to be reminded. */
import { expect } from 'vitest'
import { remindInTime } from '#modules/reminders/index.ts'
import { clientOf, cookieOf } from './http-client.ts'
import type { OpenTown, Resident } from './open-town.ts'
import type { PushBrowser, PushService } from './push-receiver.ts'
import { choose, sendAllPushes, subscribe } from './pushing.ts'

const publicUrl = new URL('https://2park.example')

type Wanted = Parameters<typeof choose>[1]
type Where = { readonly number?: string; readonly from?: number }

export function remindingIn(town: OpenTown, service: PushService) {
  /** Somebody with a browser that gets pushes, who wants these kinds and no others. */
  async function someone(wanted: Wanted, platesInPushes = false) {
    const anna = await town.resident({ delegations: 'plateOptional' })
    // Half an hour without doing anything would end a sign-in that is not remembered.
    const call = await remembered(anna)
    const browser = service.browser()
    await subscribe({ call }, browser)
    await choose({ call }, wanted, platesInPushes)
    return { anna: { ...anna, call }, browser }
  }

  async function remembered({ email, password }: Resident) {
    const body = { email, password, isRemembered: true }
    const { headers } = await clientOf(town.app)('POST /sign-ins', { body })
    return clientOf(town.app, cookieOf(headers))
  }

  async function park(
    { call, productId }: Pick<Resident, 'call' | 'productId'>,
    length: Temporal.DurationLike,
    { number = '12GBB3', from }: Where = {},
  ): Promise<string> {
    const begin = town.now
    const start = from === undefined ? undefined : begin.add({ hours: from }).toString()
    const body = { plate: { number }, end: begin.add(length).toString(), ...(start && { start }) }
    const sent = { params: { productId }, body }
    const answer = await call('POST /products/{productId}/parking-sessions', sent)
    expect(answer.status).toBe(201)
    return answer.body.id
  }

  async function remind(): Promise<void> {
    while (await remindInTime({ db: town.db, now: () => town.now, publicUrl }));
  }

  /** Minute by minute, as the server looks more often than that. */
  async function passes(duration: Temporal.DurationLike): Promise<void> {
    const end = town.now.add(duration)
    const step = Temporal.Duration.from(duration).total('minutes') > 60 ? 5 : 1
    // An outage is one long step.
    if (Temporal.Duration.from(duration).total('hours') >= 3) town.now = end
    while (Temporal.Instant.compare(town.now, end) < 0) {
      town.now = town.now.add({ minutes: step })
      await remind()
    }
    await remind()
    await sendAllPushes(town)
  }

  return { someone, remembered, park, remind, passes }
}

export function titles({ received }: PushBrowser): string[] {
  return received.map(({ content }) => content.title)
}

export function extendTo({ call }: Resident, parkingSessionId: string, time: string) {
  const body = { end: `2026-03-02T${time}:00+01:00` }
  return call('POST /parking-sessions/{parkingSessionId}/_extend', {
    params: { parkingSessionId },
    body,
  })
}
