/** Recovery codes, this once: to copy, or to keep as a file. */
import { Notice } from '@2park/web/components/Notice'
import { CopyButton } from '#CopyButton.tsx'
import { m } from '#paraglide/messages.js'
import styles from './SecondFactor.module.css'

type Props = { readonly codes: readonly string[] }

export function RecoveryCodes({ codes }: Props) {
  const text = `${m.recovery_codes_of_2park()}\n\n${codes.join('\n')}\n`
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
        <CopyButton text={text} />
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
