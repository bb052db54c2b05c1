/** Which version this is, what is new in it, and whom to call (N1). */
import { apiVersion } from '@2park/contract/version'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import type { Product } from '#products.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './AboutPage.module.css'

export function AboutPage({ product }: { readonly product: Product | undefined }) {
  useLocale()
  return (
    <>
      <PageTitle>{m.about()}</PageTitle>
      <div className={styles.parts}>
        {product && <Helpdesk {...product.organisation} />}
        <section aria-labelledby="version">
          <h2 id="version">{m.about_version()}</h2>
          <p className={styles.weighty}>{apiVersion}</p>
          <p>{m.about_version_hint()}</p>
        </section>
        <section aria-labelledby="news">
          <h2 id="news">{m.about_news()}</h2>
          <ul className={styles.news}>
            {newsOfThisVersion().map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
        <PlaceLink to={{ page: 'accessibility' }}>{m.accessibility()}</PlaceLink>
      </div>
    </>
  )
}

/** What somebody who parks notices of the newest part of CHANGELOG.md. */
function newsOfThisVersion(): string[] {
  return [
    m.news_reminders(),
    m.news_installed(),
    m.news_live(),
    m.news_undo(),
    m.news_repeat(),
    m.news_remembered(),
    m.news_programs(),
  ]
}

function Helpdesk({ name, helpdesk }: Product['organisation']) {
  return (
    <section aria-labelledby="helpdesk">
      <h2 id="helpdesk">{m.about_helpdesk({ organisation: name })}</h2>
      <p>{helpdesk.name}</p>
      <p>
        <a className={styles.weighty} href={`tel:${helpdesk.phone.replaceAll(/[^\d+]/g, '')}`}>
          {helpdesk.phone}
        </a>
      </p>
    </section>
  )
}
