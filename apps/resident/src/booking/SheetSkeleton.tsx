/** A sheet whose code is on its way: it opens at once and can be closed already. */
import { Sheet } from '@2park/web/components/Sheet'
import { Skeleton } from '@2park/web/components/Skeleton'
import { m } from '#paraglide/messages.js'

export function SheetSkeleton({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet title={m.loading()} closeLabel={m.close()} onClose={onClose}>
      <Skeleton blockSize="20rem" />
    </Sheet>
  )
}
