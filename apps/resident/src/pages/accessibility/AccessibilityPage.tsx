/**
 * What people can set, what was tested and what was not (WCAG 2.2 AA, EN 301 549): for everyone, also
 * who is not signed in. What it says is true of this version, or it does not stand here.
 */
import { DoorPage } from '#frame/DoorPage.tsx'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './AccessibilityPage.module.css'
import { Municipalities } from './Municipalities.tsx'

export function AccessibilityPage() {
  useLocale()
  return (
    <DoorPage title={m.accessibility()}>
      <div className={styles.parts}>
        <p>{m.accessibility_lead()}</p>
        <Part
          title={m.accessibility_yours()}
          texts={[
            m.accessibility_contrasts(),
            m.accessibility_letters(),
            m.accessibility_keyboard(),
            m.accessibility_time(),
            m.accessibility_messages(),
            m.accessibility_movement(),
          ]}
        />
        <Part
          title={m.accessibility_tested()}
          texts={[m.accessibility_axe(), m.accessibility_colours(), m.accessibility_journeys()]}
        />
        <Part
          title={m.accessibility_untested()}
          texts={[m.accessibility_people(), m.accessibility_browsers()]}
        />
        <section aria-labelledby="trouble">
          <h2 id="trouble">{m.accessibility_trouble()}</h2>
          <p>{m.accessibility_report()}</p>
          <Municipalities />
          <p>{m.accessibility_ombudsman()}</p>
        </section>
        <PlaceLink to={{ page: 'start' }}>{m.to_start()}</PlaceLink>
      </div>
    </DoorPage>
  )
}

function Part({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
