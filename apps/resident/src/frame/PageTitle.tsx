/**
 * The name of a page, on the page and in the browser's tab. It takes the focus when one comes from
 * another page, so that a screen reader says where one is and reads on from there.
 */
import { useEffect, useRef } from 'react'
import { m } from '#paraglide/messages.js'
import { hasMoved } from '#routing/navigation.ts'

export function PageTitle({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasMoved()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <title>{m.document_title({ page: children })}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  )
}
