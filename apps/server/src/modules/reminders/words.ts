/** What a reminder says, on a screen that is locked and in a mail. */
import type { Language } from '@2park/contract/language'
import { displayPlate } from '@2park/domain/plate'
import type { MailContent } from '#modules/notices/index.ts'
import type { PushContent } from '#modules/pushes/index.ts'
import type { Due, ReminderKind, Subject } from './reminders.queries.ts'

type Times = { readonly start: string; readonly end: string }

const titles: Readonly<Record<Language, Readonly<Record<ReminderKind, (at: Times) => string>>>> = {
  nl: {
    endsSoon: ({ end }) => `Uw parkeeractie eindigt om ${end}`,
    ended: ({ end }) => `Uw parkeeractie is om ${end} beëindigd`,
    stillRunning: ({ start }) => `Uw parkeeractie loopt sinds ${start}. Staat de auto er nog?`,
    begun: ({ end }) => `Uw geplande parkeeractie is begonnen, tot ${end}`,
    delegateStarted: ({ end }) => `Een gemachtigde parkeert op uw product, tot ${end}`,
  },
  en: {
    endsSoon: ({ end }) => `Your parking session ends at ${end}`,
    ended: ({ end }) => `Your parking session ended at ${end}`,
    stillRunning: ({ start }) =>
      `Your parking session runs since ${start}. Is the car still there?`,
    begun: ({ end }) => `Your planned parking session has begun, until ${end}`,
    delegateStarted: ({ end }) => `Someone you authorised parks on your product, until ${end}`,
  },
}

const extend: Readonly<Record<Language, string>> = { nl: 'Verleng', en: 'Extend' }

export function pushContent({ sessionId, kind }: Due, subject: Subject): PushContent {
  const { language, productName, organisationName, platesInPushes } = subject
  const path = pathOf(subject)
  const mayExtend = kind === 'endsSoon' && subject.isExtendable
  const plate = platesInPushes ? plateOf(subject) : undefined
  return {
    title: titles[language][kind](timesOf(subject)),
    body: [plate, productName, organisationName].filter(Boolean).join(' · '),
    language,
    // What comes later about a session takes the place of what came before.
    tag: `session ${sessionId}`,
    path,
    actions: mayExtend
      ? [{ title: extend[language], path: `${path}?sheet=extend&session=${sessionId}` }]
      : [],
  }
}

export function mailContent(
  due: Due,
  subject: Subject,
  publicUrl: URL,
): Extract<MailContent, { kind: 'reminder' }> {
  const { language, productName, organisationName } = subject
  const plate = plateOf(subject)
  return {
    kind: 'reminder',
    about: due,
    title: titles[language][due.kind](timesOf(subject)),
    productName,
    organisationName,
    ...(plate && { plate }),
    address: new URL(pathOf(subject), publicUrl).href,
  }
}

function pathOf({ productId }: Subject): string {
  return `/products/${productId}/parking-sessions`
}

function plateOf({ plate, country }: Subject): string | undefined {
  if (plate === null || country === null) return undefined
  return displayPlate({ number: plate, country })
}

function timesOf({ startsAt, endsAt, timeZone, language }: Subject): Times {
  const start = startsAt.toZonedDateTimeISO(timeZone)
  const end = endsAt.toZonedDateTimeISO(timeZone)
  const isOneDay = start.toPlainDate().equals(end.toPlainDate())
  const text = (moment: Temporal.ZonedDateTime) =>
    moment.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      ...(!isOneDay && { weekday: 'long' }),
    })
  return { start: text(start), end: text(end) }
}
