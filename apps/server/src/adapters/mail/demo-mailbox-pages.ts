/** How the mailbox of a demo looks. */
import type { Language } from '@2park/contract/language'
import { escapeHtml } from '#http/escape-html.ts'
import { demoDocument, momentHtml } from '../demo-page.ts'
import type { DemoMail, ListedDemoMail } from './demo-mailbox.queries.ts'

const texts = {
  nl: {
    title: 'Postvak van de demo',
    intro:
      'Deze demo verstuurt geen mails. Alle mails komen hier terecht, de nieuwste eerst, en iedereen kan ze lezen.',
    empty: 'Er zijn nog geen mails. Vraag bijvoorbeeld om een nieuw wachtwoord, en kom hier terug.',
    back: 'Alle mails',
    to: 'Aan',
    received: 'Ontvangen',
    html: 'De mail zoals een mailprogramma hem toont',
    text: 'De mail als platte tekst',
    attachments: 'Bijlagen',
  },
  en: {
    title: 'Mailbox of the demo',
    intro:
      'This demo sends no mails. Every mail ends up here, the newest first, and everybody can read it.',
    empty: 'There are no mails yet. Ask for a new password, for example, and come back here.',
    back: 'All mails',
    to: 'To',
    received: 'Received',
    html: 'The mail as a mail program shows it',
    text: 'The mail as plain text',
    attachments: 'Attachments',
  },
} as const

export function listPage(mails: readonly ListedDemoMail[], language: Language): string {
  const text = texts[language]
  const items = mails.map(
    ({ id, to, subject, receivedAt }) =>
      `<li><a href="/demo/mailbox/${id}">${escapeHtml(subject)}</a><br>${text.to}: ${escapeHtml(to)} · ${momentHtml(receivedAt, language)}</li>`,
  )
  const list = items.length > 0 ? `<ol>\n${items.join('\n')}\n</ol>` : `<p>${text.empty}</p>`
  return demoDocument({
    language,
    title: text.title,
    main: `<h1>${text.title}</h1>\n<p>${text.intro}</p>\n${list}`,
  })
}

export function mailPage(mail: DemoMail, language: Language): string {
  const text = texts[language]
  const subject = escapeHtml(mail.subject)
  return demoDocument({
    language,
    title: subject,
    main: `<p><a href="/demo/mailbox">← ${text.back}</a></p>
<h1>${subject}</h1>
<dl>
<dt>${text.to}</dt><dd>${escapeHtml(mail.to)}</dd>
<dt>${text.received}</dt><dd>${momentHtml(mail.receivedAt, language)}</dd>
</dl>
${attachmentsHtml(mail, language)}
<h2>${text.html}</h2>
<iframe src="/demo/mailbox/${mail.id}/html" title="${text.html}" sandbox="allow-top-navigation-by-user-activation"></iframe>
<h2>${text.text}</h2>
<pre>${withLinks(mail.text)}</pre>`,
  })
}

function attachmentsHtml({ id, attachments }: DemoMail, language: Language): string {
  if (attachments.length === 0) return ''
  const items = attachments.map(
    ({ fileName }, index) =>
      `<li><a href="/demo/mailbox/${id}/attachments/${index}" download="${escapeHtml(fileName)}">${escapeHtml(fileName)}</a></li>`,
  )
  return `<h2>${texts[language].attachments}</h2>\n<ul>${items.join('')}</ul>`
}

function withLinks(text: string): string {
  return escapeHtml(text).replaceAll(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>')
}
