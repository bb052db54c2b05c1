/** The name of a passkey: what tells it apart from one's others. */
import { type FormEvent, useRef, useState } from 'react'
import { TextField } from '@2park/web/components/Field'
import { draftsOf } from '#drafts.ts'
import { m } from '#paraglide/messages.js'
import { useKeeping } from '#use-kept-form.ts'

const longestName = 40

const drafts = draftsOf<string>('name of a passkey')

type Props = {
  /** The passkey, or what stands for one that is still to be made. */
  readonly about: string
  readonly formId: string
  readonly name: string
  readonly onSubmit: (name: string) => void
}

export function PasskeyNameForm({ about, formId, name, onSubmit }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [isEmpty, setEmpty] = useState(false)
  const keep = useKeeping(drafts, about)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = field.current?.value.trim() ?? ''
    setEmpty(typed === '')
    if (typed === '') field.current?.focus()
    else onSubmit(typed)
  }
  return (
    <form id={formId} noValidate onSubmit={submit}>
      <TextField
        ref={field}
        label={m.name()}
        hint={m.passkey_name_hint()}
        error={isEmpty ? m.name_missing() : undefined}
        name="name"
        autoComplete="off"
        maxLength={longestName}
        defaultValue={drafts.of(about) ?? name}
        onChange={(event) => keep(event.target.value)}
      />
    </form>
  )
}
