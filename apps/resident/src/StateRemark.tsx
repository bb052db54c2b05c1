/** What there is to say of a product beside that it works: red where something is wrong with it. */
import { Icon } from '@2park/web/components/Icon'
import styles from './StateRemark.module.css'

type Props = { readonly state: string; readonly text: string | undefined }

export function StateRemark({ state, text }: Props) {
  if (text === undefined) return null
  const isWrong = state !== 'upcoming'
  return (
    <p className={styles.state} data-wrong={isWrong}>
      <Icon name={isWrong ? 'warning' : 'notice'} />
      {text}
    </p>
  )
}
