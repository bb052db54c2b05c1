/**
 * A day as a strip: paid and free hours, and the parking session as a bracket over them. What is
 * filled in is what one pays for. The same is said in words for who does not see it.
 */
import { formatDay, formatTime, type Stretch, type Wording, writtenEnd } from '@2park/web/moments'
import { VisuallyHidden } from '@2park/web/components/VisuallyHidden'
import { m } from '#paraglide/messages.js'
import styles from './DayStrip.module.css'
import {
  clearPart,
  type Day,
  hourMarks,
  paidStretches,
  type Segment,
  type Span,
  stripOf,
} from './strip.ts'

type Props = {
  readonly day: Day
  readonly during: Stretch
  readonly wording: Wording
  /** With more than one strip each says which day it is. */
  readonly isDated: boolean
}

/** A word needs this share of the strip to fit into a block. */
const roomForWord = 0.16

export function DayStrip({ day, during, wording, isDated }: Props) {
  const { segments, chosen } = stripOf(day, during)
  return (
    <figure className={styles.day}>
      {isDated && (
        <span className={styles.date} aria-hidden="true">
          {formatDay(dayStart(day), wording, 'short')}
        </span>
      )}
      <div className={styles.scale} aria-hidden="true">
        {chosen && <span className={styles.chosen} style={placed(chosen)} />}
        <span className={styles.track}>
          {segments.map((segment) => (
            <span
              key={segment.from}
              className={styles.segment}
              data-kind={segment.kind}
              style={placed(segment)}
            />
          ))}
          {segments.map((segment) => (
            <Word key={segment.from} segment={segment} room={clearPart(segment, chosen)} />
          ))}
        </span>
        {hourMarks(day, wording.zone).map(({ hour, at }) => (
          <span key={hour} className={styles.mark} style={{ insetInlineStart: percent(at) }}>
            {hour}
          </span>
        ))}
      </div>
      <figcaption>
        <VisuallyHidden>{dayInWords(day, wording)}</VisuallyHidden>
      </figcaption>
    </figure>
  )
}

type WordProps = { readonly segment: Segment; readonly room: Span }

function Word({ segment: { kind }, room }: WordProps) {
  if (room.to - room.from < roomForWord) return null
  return (
    <span className={styles.word} data-kind={kind} style={placed(room)}>
      <span>{kind === 'free' ? m.strip_free() : m.strip_paid()}</span>
    </span>
  )
}

function dayInWords(day: Day, wording: Wording): string {
  const name = formatDay(dayStart(day), wording, 'long')
  const paid = paidStretches(day).map(
    ({ start, end }) =>
      `${formatTime(start, wording)}–${formatTime(writtenEnd(end, wording.zone), wording)}`,
  )
  if (paid.length === 0) return m.strip_day_free({ day: name })
  return m.strip_day_paid({ day: name, times: paid.join(', ') })
}

function dayStart(day: Day): string {
  return day.stretches[0]?.start ?? `${day.date}T12:00Z`
}

function placed({ from, to }: Span) {
  return { insetInlineStart: percent(from), inlineSize: percent(to - from) }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}
