/**
 * When the person last did something. Every call says how long ago that was, so that an app which asks
 * by itself keeps nobody signed in who has gone away.
 */
let lastMs = performance.now()

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const

export function watchActivity(): void {
  for (const sign of signs) {
    addEventListener(sign, () => void (lastMs = performance.now()), {
      capture: true,
      passive: true,
    })
  }
}

export function idleSeconds(): number {
  return Math.floor((performance.now() - lastMs) / 1000)
}
