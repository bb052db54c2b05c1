/**
 * Where a push may be sent. The address of a push service comes from a browser, so it could be any
 * machine that we can reach and others can't: only the services of browser makers are called, and
 * what the settings add to them.
 */
const ofBrowserMakers: readonly RegExp[] = [
  /^https:\/\/fcm\.googleapis\.com$/,
  /^https:\/\/([\w-]+\.)?push\.services\.mozilla\.com$/,
  /^https:\/\/([\w-]+\.)?push\.apple\.com$/,
  /^https:\/\/([\w-]+\.)?notify\.windows\.com$/,
]

/** `added` are origins, such as `https://push.example.nl`. */
export function isPushService(endpoint: string, added: readonly string[]): boolean {
  const { origin, username, password } = new URL(endpoint)
  if (username !== '' || password !== '') return false
  return added.includes(origin) || ofBrowserMakers.some((known) => known.test(origin))
}
