/** Forms whose fields React does not control: a password manager fills them as it likes. */
export function textsOf<Name extends string>(
  form: HTMLFormElement,
  ...names: readonly Name[]
): Readonly<Record<Name, string>> {
  const fields = new FormData(form)
  const texts = names.map((name) => {
    const value = fields.get(name)
    return [name, typeof value === 'string' ? value : '']
  })
  // Each name was asked for, and has its text.
  return Object.fromEntries(texts) as Record<Name, string>
}

export function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}
