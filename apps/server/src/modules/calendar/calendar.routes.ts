/**
 * The calendar that somebody's calendar program reads, at its secret address. It stands outside the
 * API: programs that read calendars send no headers of ours. Our log has the pattern of a path only.
 */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { authenticateCalendar, rememberSaid } from '#modules/access-tokens/index.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { listAppointments } from './calendar.queries.ts'
import { feedOf } from './feed.ts'

/** A month back is enough to see what one parked lately, and well before plates are forgotten. */
const reachesBack = { hours: 31 * 24 }

type Named = { readonly Params: { readonly token: string } }

export function serveCalendars(app: FastifyInstance, world: World): void {
  app.get<Named>('/calendars/:token.ics', async (request, reply) => {
    const shown = { token: request.params.token, address: request.ip }
    const calendar = await authenticateCalendar(world, shown)
    if (!calendar) throw new Refused('notFound')
    const since = world.now().subtract(reachesBack)
    const text = feedOf(await listAppointments(world.db, calendar, since), calendar.language)
    const digest = createHash('sha256').update(text).digest()
    const changedAt = await rememberSaid(world, { id: calendar.id, digest })
    const state = { tag: `"${digest.toString('base64url')}"`, changedAt: toHttpDate(changedAt) }
    reply.headers({
      etag: state.tag,
      'last-modified': state.changedAt,
      'cache-control': 'private, no-cache',
      'content-disposition': 'inline; filename="2park.ics"',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    if (isKnown(request.headers, state)) return reply.code(304).send()
    return send(reply, text)
  })
}

function send(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/calendar; charset=utf-8').send(text)
}

type Conditions = {
  readonly 'if-none-match'?: string | undefined
  readonly 'if-modified-since'?: string | undefined
}

/** Of the two conditions the tag goes first (RFC 9110, 13.2.2). */
function isKnown(
  { 'if-none-match': tags, 'if-modified-since': since }: Conditions,
  { tag, changedAt }: { readonly tag: string; readonly changedAt: string },
): boolean {
  if (tags !== undefined) {
    return tags.split(',').some((each) => ['*', tag].includes(each.trim().replace(/^W[/]/, '')))
  }
  return since === changedAt
}

/** Sun, 06 Nov 1994 08:49:37 GMT */
function toHttpDate(moment: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = moment.toZonedDateTimeISO('UTC')
  const two = (number: number) => String(number).padStart(2, '0')
  const date = `${days[dayOfWeek - 1]}, ${two(day)} ${months[month - 1]} ${year}`
  return `${date} ${two(hour)}:${two(minute)}:${two(second)} GMT`
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
