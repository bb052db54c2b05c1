/**
 * How long an answer is waited for before what was kept of the last one is shown in its place, with its
 * age. The question goes on: its answer takes that place whenever it comes.
 */
import { hearSlow, isSlow } from './connection.ts'

/**
 * Of a screen that shows nothing yet: the first answer of a new line takes four trips, of which the slowest
 * that phones still have (EDGE) makes one in 0.8 seconds. What takes longer, hangs.
 */
export const patienceMs = 4000

/** Who has something before them misses less by it than by a message that comes and goes. */
export const patienceWhenShownMs = 12_000

type KeptAnswer<Answer> = { readonly answer: Answer; readonly keptAtMs: number }

type Screen<Answer> = {
  readonly isEmpty: boolean
  /** What it shows was kept, and had its age said by a question that was given up. */
  readonly isKeptShown: boolean
  /** Undefined where nothing of it was kept. */
  readonly find: () => Promise<KeptAnswer<Answer> | undefined>
  readonly show: (kept: KeptAnswer<Answer>) => void
}

export async function answerOrKept<Answer>(
  answer: Promise<Answer>,
  screen: Screen<Answer>,
): Promise<Answer> {
  let isThere = false
  let heard = () => {}
  const showKept = async () => {
    const kept = await screen.find()
    if (kept === undefined || isThere) return
    screen.show(kept)
    heard = hearSlow(kept.keptAtMs)
  }
  const timer = setTimeout(() => void showKept(), patienceOf(screen))
  try {
    return await answer
  } finally {
    isThere = true
    clearTimeout(timer)
    heard()
  }
}

/** A line that is known to be slow is not waited for again by each question that follows. */
function patienceOf({
  isEmpty,
  isKeptShown,
}: Pick<Screen<never>, 'isEmpty' | 'isKeptShown'>): number {
  if (isKeptShown) return 0
  if (!isEmpty) return patienceWhenShownMs
  return isSlow() ? 0 : patienceMs
}
