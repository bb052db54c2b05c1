/** From when until when, in words; of what has no end yet, from when. */
import { formatDay, formatInterval, formatTime, type Wording } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'

type Stretch = {
  readonly start: string
  readonly end: string
  readonly openEnded?: boolean | undefined
}

export function stretchText(
  { openEnded = false, ...stretch }: Stretch,
  wording: Wording,
  style: 'long' | 'short' = 'long',
): string {
  if (!openEnded) return formatInterval(stretch, wording, style)
  const day = formatDay(stretch.start, wording, style)
  return m.until_stopped({ from: `${day} ${formatTime(stretch.start, wording)}` })
}
