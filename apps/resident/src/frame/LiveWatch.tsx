/** While somebody is signed in, their screen follows what happens elsewhere. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

export function LiveWatch() {
  const client = useQueryClient()
  useEffect(() => {
    // It is needed only when all is on the screen.
    const watching = import('#live.ts').then(({ watchChanges }) => watchChanges(client))
    return () => void watching.then((stop) => stop())
  }, [client])
  return null
}
