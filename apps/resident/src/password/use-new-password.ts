/** A form that asks for a new password, twice, and for nothing else that one types. */
import { type FormEvent, useState } from 'react'
import { focusField, textsOf } from '#form-fields.ts'
import { refusedPassword, type WrongPassword, wrongPassword } from './NewPasswordFields.tsx'

/** What sends the password. */
type Sending = {
  readonly mutate: (password: string, then: { readonly onError: () => void }) => void
  readonly isPending: boolean
  readonly error: Error | null
}

/** What was wrong when the form was sent last. */
type Told = { readonly wrong: WrongPassword | undefined; readonly attempt: number }

export function useNewPassword({ mutate, isPending, error }: Sending) {
  const [{ wrong, attempt }, tell] = useState<Told>({ wrong: undefined, attempt: 0 })
  const refused = refusedPassword(error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { password, again } = textsOf(form, 'password', 'again')
    const found = wrongPassword(password, again)
    tell({ wrong: found, attempt: attempt + 1 })
    if (found !== undefined || isPending) return
    mutate(password, { onError: () => focusField(form, 'password') })
  }
  return {
    submit,
    attempt,
    /** What is said at the fields. */
    wrong: wrong ?? refused,
    /** What is wrong with something else. */
    error: refused === undefined ? error : null,
  }
}
