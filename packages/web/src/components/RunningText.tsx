/** A sentence in which a plate may stand. It is whole on its line; what is copied or heard stays what it was. */
import { splitAtPlates } from '../plates-in-text.ts'
import styles from './RunningText.module.css'

type Props = { readonly text: string }

export function RunningText({ text }: Props) {
  return splitAtPlates(text).map((part, index) => {
    if (index % 2 === 0) return part
    return (
      // oxlint-disable-next-line react/no-array-index-key -- parts are told apart by their place alone
      <span key={index} className={styles.plate}>
        {part}
      </span>
    )
  })
}
