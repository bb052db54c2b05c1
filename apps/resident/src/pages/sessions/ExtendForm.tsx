import { ChipGroup } from '@2park/web/components/ChipGroup'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { dateOf, type Wording } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import type { Quote } from '#booking/order.ts'
import { PricePanel, PriceSkeleton } from '#booking/PricePanel.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Session } from '#sessions.ts'
import { MomentFieldset } from '#booking/MomentFieldset.tsx'
import { ChangedSession } from './ChangedSession.tsx'
import { canReachEndOfDay, type ExtensionForm } from './extension.ts'

type Props = {
  readonly session: Session
  readonly wording: Wording
  readonly form: ExtensionForm
  readonly onChange: (form: ExtensionForm) => void
  /** How often it was confirmed. */
  readonly attempt: number
  readonly quote: Quote | undefined
  readonly error: Error | null | undefined
}

export function ExtendForm({ session, wording, form, onChange, ...props }: Props) {
  const { attempt, quote, error } = props
  return (
    <>
      <ErrorSummary title={m.errors_title()} attempt={attempt} />
      <ChangedSession session={session} wording={wording} />
      <ChipGroup
        legend={m.new_end()}
        choices={[
          { value: 'oneHour' as const, label: m.one_hour_more() },
          { value: 'twoHours' as const, label: m.two_hours_more() },
          ...(canReachEndOfDay(session.end, wording.zone)
            ? [{ value: 'endOfDay' as const, label: m.end_of_day() }]
            : []),
          { value: 'other' as const, label: m.end_other() },
        ]}
        value={form.choice}
        onChange={(choice) => onChange({ ...form, choice })}
      >
        {form.choice === 'other' && (
          <MomentFieldset
            value={form.endAt}
            onChange={(endAt) => onChange({ ...form, endAt })}
            earliest={dateOf(session.start, wording.zone)}
            missing={{ date: m.end_date_missing(), time: m.end_time_missing() }}
          />
        )}
      </ChipGroup>
      <ProblemNotice error={error} />
      {quote ? <PricePanel quote={quote} wording={wording} /> : <PriceSkeleton />}
    </>
  )
}
