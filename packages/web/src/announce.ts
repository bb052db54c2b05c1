/**
 * The last thing that an action brought about, for the one place on the page that says it. Behind a
 * sheet nothing is seen or heard of the page, so what is said while one is open waits until it is gone.
 */
const usualMs = 8000
/** Ten times as long as the shortest, and more: for who asked for time (WCAG 2.2.1). */
const longerMs = 120_000
/** A screen reader has to have come back to the page before it hears of a change of it. */
const afterSheetMs = 100

/** How what was done is taken back, for as long as that can be. */
export type Undo = {
  readonly label: () => string
  readonly run: () => void
  readonly withinMs: number
}

export type Announcement = {
  /** The same words a second time are said a second time. */
  readonly number: number
  /** Found when it is shown: the language may be another by then. */
  readonly text: () => string
  readonly kind: 'done' | 'refused'
  readonly undo: Undo | undefined
}

let current: Announcement | undefined
let waiting: Announcement | undefined
let count = 0
let sheets = 0
let plainMs = usualMs
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export function announce(text: () => string, undo?: Undo): void {
  say({ text, kind: 'done', undo })
}

/** That it was not done, where there is no better place to say so. */
export function announceRefusal(text: () => string): void {
  say({ text, kind: 'refused', undo: undefined })
}

/** Whether messages stay for two minutes instead of eight seconds. */
export function showLonger(isLonger: boolean): void {
  plainMs = isLonger ? longerMs : usualMs
}

/** While somebody is at it, it stays. What can be undone cannot be so for longer, and goes. */
export function hold(): void {
  if (current !== undefined && !current.undo) clearTimeout(timer)
}

export function letGo(): void {
  if (current !== undefined && !current.undo) goIn(plainMs)
}

/** On another page it would be about something that is not there. */
export function hush(): void {
  if (current !== undefined) show(undefined)
}

/** Called when a sheet opens; what it answers, when that sheet is gone. */
export function coverPage(): () => void {
  sheets++
  return () => {
    sheets--
    setTimeout(sayWhatWaits, afterSheetMs)
  }
}

export function announcement(): Announcement | undefined {
  return current
}

export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function say(announced: Omit<Announcement, 'number'>): void {
  count++
  const said = { ...announced, number: count }
  if (sheets > 0) waiting = said
  else show(said)
}

function sayWhatWaits(): void {
  if (sheets > 0 || waiting === undefined) return
  show(waiting)
  waiting = undefined
}

function show(announced: Announcement | undefined): void {
  current = announced
  clearTimeout(timer)
  if (announced) goIn(announced.undo?.withinMs ?? plainMs)
  for (const listener of listeners) listener()
}

function goIn(ms: number): void {
  clearTimeout(timer)
  timer = setTimeout(hush, ms)
}
