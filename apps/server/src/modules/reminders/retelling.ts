/**
 * What a reminder says when it goes out. Between the moment at which it was told and the moment at which
 * a push service or a mail server takes it, the session may have been extended or stopped, its product
 * may be somebody else's, and its reader may want it no more: so it is looked at once more at each try.
 */
import { isBefore } from '@2park/domain/interval'
import type { RetellMail } from '#modules/notices/index.ts'
import type { RetellPush } from '#modules/pushes/index.ts'
import type { World } from '#world.ts'
import { findSubject, type Due, type Subject } from './reminders.queries.ts'
import { isStillSo, newsUntil } from './turns.ts'
import { mailContent, pushContent } from './words.ts'

export function pushRetelling({ db, now }: Pick<World, 'db' | 'now'>): RetellPush {
  return async (about, accountId) => {
    const due = readDue(about)
    const subject = await findSubject(db, due)
    if (!isNews(due, subject, now()) || !subject.byPush) return undefined
    if (subject.accountId !== accountId) return undefined
    return { content: pushContent(due, subject), expiresAt: newsUntil(due, subject) }
  }
}

export function mailRetelling({
  db,
  now,
  publicUrl,
}: Pick<World, 'db' | 'now' | 'publicUrl'>): RetellMail {
  return async (content) => {
    if (content.kind !== 'reminder' || !content.about) return content
    const due = readDue(content.about)
    const subject = await findSubject(db, due)
    if (!isNews(due, subject, now()) || !subject.byMail) return undefined
    return mailContent(due, subject, publicUrl)
  }
}

function isNews(due: Due, subject: Subject | undefined, now: Temporal.Instant): subject is Subject {
  return subject !== undefined && isStillSo(due, subject) && isBefore(now, newsUntil(due, subject))
}

type KeptDue = Pick<Due, 'sessionId' | 'kind'> & { readonly turnAt: string; readonly dueAt: string }

function readDue(about: object): Due {
  const { turnAt, dueAt, ...kept } = about as KeptDue // Only `tell` writes it, from a `Due`.
  return { ...kept, turnAt: Temporal.Instant.from(turnAt), dueAt: Temporal.Instant.from(dueAt) }
}
