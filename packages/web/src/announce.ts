/** The last thing that an action brought about, for the one place on the page that says it. */
const shownMs = 8000

let current: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export function announce(text: string): void {
  show(text)
  clearTimeout(timer)
  timer = setTimeout(() => show(undefined), shownMs)
}

/** On another page it would be about something that is not there. */
export function hush(): void {
  if (current !== undefined) show(undefined)
}

export function announcement(): string | undefined {
  return current
}

export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function show(text: string | undefined): void {
  current = text
  for (const listener of listeners) listener()
}
