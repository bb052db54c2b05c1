/** "Are you still there?" One press, or any key in it, and one stays signed in. */
import { useEffect, useRef, useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'

type Props = { readonly leftMs: number; readonly onStay: () => void }

export function IdleSheet({ leftMs, onStay }: Props) {
  const stay = useRef<HTMLButtonElement>(null)
  const seconds = useCountdown(leftMs)
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <Sheet
      title={m.idle_title()}
      closeLabel={m.idle_stay()}
      onClose={onStay}
      initialFocus={stay}
      footer={
        <Button ref={stay} wide look="primary" onClick={onStay}>
          {m.idle_stay()}
        </Button>
      }
    >
      <p>{m.idle_detail()}</p>
      {/* Read out when one comes by it, and not every second. */}
      <p role="timer" aria-live="off">
        {m.idle_left({ time })}
      </p>
    </Sheet>
  )
}

function useCountdown(leftMs: number): number {
  const [seconds, setSeconds] = useState(() => Math.ceil(leftMs / 1000))
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}
