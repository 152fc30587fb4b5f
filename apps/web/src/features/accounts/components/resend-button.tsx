import { useState } from 'react'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { useWait } from '../use-wait'

type ResendButtonProps = {
  /** What is sent again, "Send another code". */
  label: string
  /** Seconds until it can be asked for again. */
  wait: number
  /** Said when it is on its way, "Another code is on its way". */
  done: string
  /** Sends it; gives the seconds until the next time. */
  send: () => Promise<{ resend_in: number }>
}

/** Asks for a mail once more, as soon as the server takes it, and counts down until then. */
export function ResendButton({ label, wait, done, send }: ResendButtonProps) {
  const [left, begin] = useWait(wait)
  const [pending, setPending] = useState(false)
  const again = async () => {
    setPending(true)
    try {
      begin((await send()).resend_in)
      toast.done(done)
    } catch (error) {
      const early = error instanceof ApiProblem && error.code === 'resend_too_early'
      if (early && error.retryAfter) begin(error.retryAfter)
      else toast.failed(sayProblem(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Button
      variant="ghost"
      size="small"
      className="-ml-3"
      pending={pending}
      disabled={left > 0}
      onClick={() => void again()}
    >
      {label}
      {left > 0 && <span className="text-soft tabular-nums">in {sayWait(left)}</span>}
    </Button>
  )
}

const sayWait = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
