/** Going where a notification leads that was pressed while a window of the app was open. */
import { goToPath } from '#routing/navigation.ts'

/** From the start and on every page: the worker may serve one that has no frame, as the sign-in page. */
export function followPresses(): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'object' && data !== null && 'go' in data) goToPath(String(data.go))
  })
}
