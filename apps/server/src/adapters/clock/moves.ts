/** How far the clock of a demo can be moved at a press, and what somebody typed, as a moment. */
export const timeZone = 'Europe/Amsterdam'

export const moves = ['hour', 'endOfDay', 'week', 'nextQuarter', 'thirteenWeeks'] as const
export type Move = (typeof moves)[number]

type Asked = { readonly to?: string | undefined; readonly at?: string | undefined }

/** Undefined for what is no moment. */
export function momentOf({ to, at }: Asked, now: Temporal.Instant): Temporal.Instant | undefined {
  const move = moves.find((each) => each === to)
  if (move) return moved(now.toZonedDateTimeISO(timeZone), move).toInstant()
  try {
    return Temporal.PlainDateTime.from(at ?? '')
      .toZonedDateTime(timeZone)
      .toInstant()
  } catch {
    return undefined
  }
}

function moved(now: Temporal.ZonedDateTime, move: Move): Temporal.ZonedDateTime {
  if (move === 'hour') return now.add({ hours: 1 })
  if (move === 'week') return now.add({ weeks: 1 })
  // A plate goes when its session has been over for 91 days of 24 hours (K7).
  if (move === 'thirteenWeeks') return now.add({ hours: 91 * 24 })
  if (move === 'endOfDay') return now.add({ days: 1 }).startOfDay()
  const monthsOn = 3 - ((now.month - 1) % 3)
  return now.with({ day: 1 }).add({ months: monthsOn }).startOfDay()
}
