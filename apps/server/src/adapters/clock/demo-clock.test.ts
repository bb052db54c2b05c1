import { beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { runAll } from '#jobs/jobs.ts'
import { periodJobs } from '#modules/period-grants/period-grants.jobs.ts'
import { privacyJobs } from '#modules/privacy/privacy.jobs.ts'
import { anySecrets } from '../../../test/any-secrets.ts'
import { arrangeHistory, arrangeResident } from '../../../test/arrange.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { openDemoClock } from './demo-clock.ts'

const db = await testDatabase()
const real = { now: Temporal.Instant.from('2026-03-02T10:00:00+01:00') }
const clock = await openDemoClock(db, () => real.now)
const world = {
  db,
  now: clock.now,
  publicUrl: new URL('https://2park.example'),
  secrets: anySecrets(),
}
const catchUp = () => runAll([...periodJobs, ...privacyJobs], world)
const app = buildApp(world, { movable: { clock, catchUp } })

// Real time goes by, too; each test begins where the last one left the clock.
beforeEach(() => {
  real.now = real.now.add({ seconds: 1 })
})

describe('the clock of a demo', () => {
  test('says what time it is, in the language of the browser', async () => {
    const { body, headers } = await app.inject({ url: '/demo/clock' })
    expect(body).toContain('<h1>Klok van de demo</h1>')
    expect(body).toContain('value="2026-03-02T10:00"')
    expect(headers['content-security-policy']).toContain("form-action 'self'")
    const english = await app.inject({
      url: '/demo/clock',
      headers: { 'accept-language': 'en-GB' },
    })
    expect(english.body).toContain('<h1>Clock of the demo</h1>')
  })

  test.each`
    sent                     | shown                 | because
    ${'to=hour'}             | ${'2026-03-02T11:00'} | ${'an hour on'}
    ${'at=2026-03-02T21:30'} | ${'2026-03-02T21:30'} | ${'by the clock of the town'}
    ${'to=endOfDay'}         | ${'2026-03-03T00:00'} | ${'E5: the moment at which a day is over'}
    ${'to=week'}             | ${'2026-03-10T00:00'} | ${'a week on'}
    ${'at=2026-03-29T02:30'} | ${'2026-03-29T03:30'} | ${'an hour that the clocks skip'}
    ${'to=nextQuarter'}      | ${'2026-04-01T00:00'} | ${'P3: the first day of the next quarter'}
  `('$sent makes it $shown: $because', async ({ sent, shown }) => {
    const { statusCode, headers } = await press(sent)
    expect({ statusCode, location: headers.location }).toEqual({
      statusCode: 303,
      location: '/demo/clock',
    })
    expect((await app.inject({ url: '/demo/clock' })).body).toContain(`value="${shown}"`)
  })

  test.each`
    sent                     | because
    ${'at=2026-03-02T09:59'} | ${'it is past'}
    ${'at=2036-04-01T00:00'} | ${'it is too far away'}
    ${'at=tomorrow'}         | ${'it is no moment'}
    ${'to=yesterday'}        | ${'there is no such button'}
    ${''}                    | ${'nothing was sent'}
  `('refuses "$sent": $because', async ({ sent }) => {
    const before = clock.now().toString()
    const { statusCode, body } = await press(sent)
    expect(statusCode).toBe(400)
    expect(body).toContain('Vul een moment in dat nog komt, binnen tien jaar.')
    expect(clock.now().toString()).toBe(before)
  })

  test('is kept when the demo is closed, and runs on', async () => {
    const again = await openDemoClock(db, () => real.now.add({ minutes: 5 }))
    expect(again.now().toString()).toBe(clock.now().add({ minutes: 5 }).toString())
  })

  test('P3, K7: what is due by then is done at once', async () => {
    const resident = await arrangeResident(db, clock.now())
    await arrangeHistory(db, clock.now(), { ...resident, days: 3 })
    const plates = () =>
      db
        .selectFrom('parking_sessions')
        .select('plate')
        .where('product_id', '=', resident.productId)
        .where('plate', 'is not', null)
        .execute()
    expect(await plates()).toHaveLength(4)
    await press('to=thirteenWeeks')
    expect(await plates()).toHaveLength(0)
  })

  test('is nowhere in production: there is no such page, and nothing to press', async () => {
    const production = buildApp({ ...world, now: () => real.now })
    expect((await production.inject('/demo/clock')).statusCode).toBe(404)
    const pressed = await production.inject({ method: 'POST', url: '/demo/clock' })
    expect(pressed.statusCode).toBe(404)
  })
})

function press(payload: string) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url: '/demo/clock', headers, payload })
}
