/** While somebody is signed in, their screen follows what happens elsewhere. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** How long until its code is asked for once more. */
const againMs = 60_000

export function LiveWatch() {
  const client = useQueryClient()
  useEffect(() => {
    let isOver = false
    let stop = () => {}
    const begin = async () => {
      try {
        // It is needed only when all is on the screen.
        const { watchChanges } = await import('#live.ts')
        if (!isOver) stop = watchChanges(client)
      } catch {
        // Its code could not be fetched.
        const timer = setTimeout(() => void begin(), againMs)
        stop = () => clearTimeout(timer)
        if (isOver) stop()
      }
    }
    void begin()
    return () => {
      isOver = true
      stop()
    }
  }, [client])
  return null
}
