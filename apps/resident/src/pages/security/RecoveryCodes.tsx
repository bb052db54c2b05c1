/** Recovery codes, this once: to copy, or to keep as a file. */
import { announce } from '@2park/web/announce'
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { m } from '#paraglide/messages.js'
import styles from './SecondFactor.module.css'

type Props = { readonly codes: readonly string[] }

export function RecoveryCodes({ codes }: Props) {
  const text = `${m.recovery_codes_of_2park()}\n\n${codes.join('\n')}\n`
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    announce(m.copied())
  }
  return (
    <>
      <Notice kind="warning">
        <b>{m.recovery_codes_once()}</b>
        <span>{m.recovery_codes_what_for()}</span>
      </Notice>
      <ul className={styles.codes} translate="no" aria-label={m.recovery_codes()}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={() => void copy()}>{m.copy()}</Button>
        <a
          className={styles.download}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="2park.txt"
        >
          {m.save_as_file()}
        </a>
      </div>
    </>
  )
}
