/**
 * How fast is a price, against the npm package `opening_hours` (`getOpenDuration`)?
 *
 * Both are given the same week of paid hours, with a frame that runs past midnight and one over the
 * hour in which the clocks change. First 100,000 intervals must give the same paid time on both;
 * only then is the speed worth comparing. The peer adds up open hours and stops there, while
 * `price` works out money and lines as well.
 */
import { decimal } from '@2park/domain/decimal'
import { interval, type Interval } from '@2park/domain/interval'
import { price } from '@2park/domain/price'
import type { AreaRules, TimeFrame, Weekday } from '@2park/domain/regulation'
import { compileTariff } from '@2park/domain/tariff'
import { integerBelow, seededRandom, type Random } from './random.ts'
import { median, report, say } from './report.ts'

const timeZone = 'Europe/Amsterdam'
const always = { from: Temporal.PlainDate.from('2020-01-01') }

/** As opening_hours writes it: 26:00 is two o'clock in the night that follows. */
const asText = 'Mo-Th 09:00-22:00, Fr 09:00-26:00, Sa 10:00-24:00, Su 01:00-05:00, Su 13:00-18:00'

const week: readonly (readonly [Weekday, number, number])[] = [
  [1, 9, 22],
  [2, 9, 22],
  [3, 9, 22],
  [4, 9, 22],
  [5, 9, 26],
  [6, 10, 24],
  [7, 1, 5],
  [7, 13, 18],
]

const rules: AreaRules = {
  timeZone,
  paidMinutesCount: 'perDay',
  specialDays: [],
  fares: [
    {
      code: 'FARE',
      parts: [{ valid: always, fromMinute: 0, stepMinutes: 1, amountPerStep: decimal('0.089') }],
    },
  ],
  regulations: [
    {
      valid: always,
      regulation: {
        code: 'WEEK',
        valid: always,
        timeFrames: week.map(([weekday, from, until]): TimeFrame => ({
          day: { weekday },
          valid: always,
          fromMinute: from * 60,
          untilMinute: until * 60,
          rightPossible: true,
          fareCode: 'FARE',
        })),
      },
    },
  ],
}

type Peer = (during: Interval) => number

export async function benchPrice(): Promise<void> {
  const tariff = compileTariff({ rules, unit: 'money' })
  const ours: Peer = (during) => price(tariff, during).paidSeconds
  const theirs = await openPeer()
  const random = seededRandom(2026)

  const sample = Array.from({ length: 100_000 }, () => randomInterval(random))
  const differing = sample.filter((during) => ours(during) !== theirs(during))
  say(`price: ${sample.length} random intervals compared, ${differing.length} differ`)
  for (const { start, end } of differing.slice(0, 5)) {
    const during = interval(start, end)
    say(`  ${start} to ${end}: ${ours(during)} s here, ${theirs(during)} s there`)
  }
  const rounds = [0, 1, 2, 3, 4].map((round) => sample.slice(round * 4000, round * 4000 + 4000))
  const ratios = rounds.map((part) => secondsOf(part, theirs) / secondsOf(part, ours))
  report({ name: 'price-vs-opening-hours', ratio: median(ratios), goal: 10 })
}

/** Up to a week, and one in five around a night in which the clocks change. */
function randomInterval(random: Random): Interval {
  const clockChanges = ['2026-03-28T12:00Z', '2026-10-24T12:00Z']
  const nearChange = integerBelow(random, 5) === 0
  const from = nearChange ? clockChanges[integerBelow(random, 2)] : '2026-01-01T00:00Z'
  const within = nearChange ? 24 * 3600 : 364 * 24 * 3600
  const start = Temporal.Instant.from(from ?? '').add({ seconds: integerBelow(random, within) })
  return interval(start, start.add({ seconds: 60 + integerBelow(random, 7 * 24 * 3600) }))
}

function secondsOf(sample: readonly Interval[], peer: Peer): number {
  const begin = performance.now()
  let total = 0
  for (const during of sample) total += peer(during)
  if (total < 0) throw new Error('paid time is never negative')
  return performance.now() - begin
}

/** The peer reads wall-clock time from the process, so the process must be in the same zone. */
async function openPeer(): Promise<Peer> {
  process.env['TZ'] = timeZone
  const { default: OpeningHours } = await import('opening_hours')
  const hours = new OpeningHours(asText, null)
  // The peer speaks in the old dates of JavaScript.
  const LegacyDate = globalThis['Date']
  return ({ start, end }) => {
    const [open] = hours.getOpenDuration(
      new LegacyDate(start.epochMilliseconds),
      new LegacyDate(end.epochMilliseconds),
    )
    return open / 1000
  }
}
