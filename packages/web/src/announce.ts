/** The last thing that an action brought about, for the one place on the page that says it. */
const shownMs = 8000

/** How what was done is taken back, for as long as that can be. */
export type Undo = {
  readonly label: string
  readonly run: () => void
  readonly withinMs: number
}

export type Announcement = { readonly text: string; readonly undo: Undo | undefined }

let current: Announcement | undefined
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export function announce(text: string, undo?: Undo): void {
  show({ text, undo })
  clearTimeout(timer)
  timer = setTimeout(() => show(undefined), undo?.withinMs ?? shownMs)
}

/** On another page it would be about something that is not there. */
export function hush(): void {
  if (current !== undefined) show(undefined)
}

export function announcement(): Announcement | undefined {
  return current
}

export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function show(announced: Announcement | undefined): void {
  current = announced
  for (const listener of listeners) listener()
}
