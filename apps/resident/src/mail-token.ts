/**
 * The token of the mail that led here. It came behind the `#` of the address, so that no server's log
 * has seen it, and is taken out of there at once: it is in no history and no bookmark either.
 */
let taken: { readonly path: string; readonly token: string } | undefined

export function takeMailToken(): string | undefined {
  const given = location.hash.slice(1)
  if (given !== '') {
    taken = { path: location.pathname, token: given }
    history.replaceState(history.state, '', location.pathname)
  }
  return taken?.path === location.pathname ? taken.token : undefined
}
