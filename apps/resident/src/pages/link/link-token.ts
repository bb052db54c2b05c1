/**
 * The token of the link that was opened. It came behind the `#` of the address, is taken out of it at
 * once, and stays in this tab only: so it outlives signing in, and is in no history, log or bookmark.
 */
const key = '2park.link'
let held: string | undefined

export function takeLinkToken(): string | undefined {
  const given = location.hash.slice(1)
  if (given !== '') {
    keep(given)
    history.replaceState(history.state, '', location.pathname)
  }
  return held ?? kept()
}

export function dropLinkToken(): void {
  held = undefined
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing could be kept there either.
  }
}

function keep(token: string): void {
  held = token
  try {
    sessionStorage.setItem(key, token)
  } catch {
    // Storage may be closed: the token then lives until the page goes.
  }
}

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}
