/** A municipality's own arms or logo; for one that gave none, a shield in its place. */
import { Arms } from './Arms.tsx'
import styles from './Logo.module.css'

type Props = {
  readonly organisation: { readonly logo?: string | undefined }
  readonly className: string | undefined
}

export function Logo({ organisation: { logo }, className }: Props) {
  if (logo === undefined) return <Arms className={className} />
  // Its name stands beside it.
  const looks = `${styles.own} ${className}`
  return <img src={logo} alt="" className={looks} width="28" height="32" />
}
