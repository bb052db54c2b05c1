/**
 * The hint that 2Park can remind one: due from the first session that is started on this device, until
 * somebody has followed or hidden it here.
 */
const storageKey = '2park.hint'

export function isHintDue(): boolean {
  return read() === 'due'
}

export function startHint(): void {
  if (read() === null) write('due')
}

export function endHint(): void {
  write('over')
}

/** Where storage is closed, as in some private windows, there is no hint: it would come each time. */
function read(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return 'over'
  }
}

function write(state: 'due' | 'over'): void {
  try {
    localStorage.setItem(storageKey, state)
  } catch {
    // As above.
  }
}
