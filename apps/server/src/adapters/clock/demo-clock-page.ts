/** How the page of a demo's clock looks. */
import type { Language } from '@2park/contract/language'
import { demoDocument, momentHtml } from '../demo-page.ts'
import { moves, timeZone, type Move } from './moves.ts'

type Texts = Readonly<Record<'title' | 'intro' | 'now' | 'at' | 'set' | 'refused', string>> & {
  readonly moves: Readonly<Record<Move, string>>
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    title: 'Klok van de demo',
    intro:
      'Zet de klok vooruit om te zien wat er dan gebeurt: acties die aflopen, een nieuwe periode, kentekens die verdwijnen. Terug kan niet; met <code>npm run demo:reset</code> begint de demo opnieuw. Wie langer dan een half uur vooruitgaat wordt uitgelogd, behalve met Onthoud mij.',
    now: 'Het is nu',
    at: 'Datum en tijd',
    set: 'Zet de klok',
    refused: 'Vul een moment in dat nog komt, binnen tien jaar.',
    moves: {
      hour: 'Een uur verder',
      endOfDay: 'Naar het einde van de dag',
      week: 'Een week verder',
      nextQuarter: 'Naar het volgende kwartaal',
      thirteenWeeks: 'Dertien weken verder',
    },
  },
  en: {
    title: 'Clock of the demo',
    intro:
      'Move the clock forward to see what happens then: sessions that end, a new period, plates that go. It does not go back; <code>npm run demo:reset</code> begins the demo anew. Who moves more than half an hour is signed out, unless they chose to be remembered.',
    now: 'It is now',
    at: 'Date and time',
    set: 'Set the clock',
    refused: 'Enter a moment that is still to come, within ten years.',
    moves: {
      hour: 'An hour on',
      endOfDay: 'To the end of the day',
      week: 'A week on',
      nextQuarter: 'To the next quarter',
      thirteenWeeks: 'Thirteen weeks on',
    },
  },
}

type Shown = {
  readonly now: Temporal.Instant
  readonly language: Language
  readonly isRefused: boolean
}

export function clockPage({ now, language, isRefused }: Shown): string {
  const text = texts[language]
  const local = now.toZonedDateTimeISO(timeZone).toPlainDateTime()
  const buttons = moves.map(
    (move) => `<button name="to" value="${move}">${text.moves[move]}</button>`,
  )
  const refusal = isRefused ? `<p id="error" class="error">${text.refused}</p>` : ''
  const about = isRefused ? ' aria-invalid="true" aria-describedby="error"' : ''
  return demoDocument({
    language,
    title: text.title,
    main: `<h1>${text.title}</h1>
<p>${text.intro}</p>
<p>${text.now}: <strong>${momentHtml(now, language)}</strong></p>
<form method="post">${buttons.join('\n')}</form>
<form method="post">
${refusal}
<label for="at">${text.at}</label>
<input id="at" name="at" type="datetime-local" required value="${local.toString({ smallestUnit: 'minute' })}"${about}>
<button class="primary">${text.set}</button>
</form>`,
  })
}
