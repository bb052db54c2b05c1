/** A municipality's own arms or logo; for one that gave none, a shield in its place. */
import { Arms } from './Arms.tsx'

type Props = {
  readonly organisation: { readonly logo?: string | undefined }
  readonly className: string | undefined
}

export function Logo({ organisation: { logo }, className }: Props) {
  if (logo === undefined) return <Arms className={className} />
  // Its name stands beside it.
  return <img src={logo} alt="" className={className} width="28" height="32" />
}
