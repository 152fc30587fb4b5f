import { CircleAlert, Clock } from 'lucide-react'
import { Button } from '@/ui/button'
import { discard, retry } from '../sending'
import type { Unsent } from '../unsent'
import { Bubble } from './bubble'

/** My message on its way, or one that was not taken, with what can be done about it. */
export function UnsentRow({ unsent, online }: { unsent: Unsent; online: boolean }) {
  const { clientId, text, problem } = unsent
  const waiting = online ? 'Sending' : 'Waits for the network'
  return (
    <li aria-label="Your message, not sent yet" className="mt-0.5 flex flex-col items-end gap-1 px-3 pr-13">
      <div className="flex min-w-0 max-w-[min(36rem,82%)] flex-col items-end">
        <Bubble
          own
          closes
          text={text}
          meta={
            problem === undefined ? (
              <>
                {!online && <span>waits</span>}
                <Clock aria-hidden className="size-3.5" />
                <span className="sr-only">{waiting}</span>
              </>
            ) : (
              <>
                <CircleAlert aria-hidden className="size-3.5 text-danger" />
                <span className="text-danger">Not sent</span>
              </>
            )
          }
        />
      </div>
      {(problem !== undefined || !online) && (
        <div className="flex max-w-full flex-wrap items-center justify-end gap-x-1">
          {problem !== undefined && <p className="px-2 text-12 text-soft">{problem}</p>}
          {problem !== undefined && (
            <Button size="small" variant="ghost" onClick={() => retry(clientId)}>
              Try again
            </Button>
          )}
          <Button size="small" variant="ghost" onClick={() => discard(clientId)}>
            Delete
          </Button>
        </div>
      )}
    </li>
  )
}
