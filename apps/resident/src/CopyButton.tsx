/** [Kopieer], and beside it that it was done: in a sheet nothing is heard of what the page says. */
import { useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'

export function CopyButton({ text }: { readonly text: string }) {
  const [said, setSaid] = useState<() => string>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(() => m.copied)
    } catch {
      // No leave for it, or no clipboard: the text stands beside the button.
      setSaid(() => m.copy_refused)
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>{m.copy()}</Button>
      <output>{said?.()}</output>
    </>
  )
}
