/** A licence plate as it is on the car: the country's strip, and the number in its own letters. */
import { plateText } from '../plate-typing.ts'
import styles from './Plate.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type Props = { readonly number: string; readonly country: string }

export function Plate({ number, country }: Props) {
  const isForeign = country !== 'NL'
  return (
    <span className={styles.plate} data-foreign={isForeign} translate="no">
      <span className={styles.strip} aria-hidden="true">
        {country}
      </span>
      <span className={styles.number}>{plateText(number, country)}</span>
      {isForeign && <VisuallyHidden> ({country})</VisuallyHidden>}
    </span>
  )
}
