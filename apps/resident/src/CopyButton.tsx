/** [Kopieer], and beside it that it was done: in a sheet nothing is heard of what the page says. */
import { useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'

export function CopyButton({ text }: { readonly text: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <>
      <Button onClick={() => void copy()}>{m.copy()}</Button>
      <output>{isCopied && m.copied()}</output>
    </>
  )
}
