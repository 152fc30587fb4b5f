import { CircleAlert, Clock, Trash2 } from 'lucide-react'
import { cn } from '@/lib/cn'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { discard, retry } from '../sending'
import type { Unsent } from '../unsent'
import { Bubble } from './bubble'

type UnsentRowProps = {
  unsent: Unsent
  online: boolean
  /** It begins what I say in one go. */
  opens: boolean
}

/** My message on its way, or one that was not taken, with what can be done about it. */
export function UnsentRow({ unsent, online, opens }: UnsentRowProps) {
  const { clientId, text, problem } = unsent
  const failed = problem !== undefined
  const remove = () => discard(clientId)
  return (
    <li aria-label="Your message, not sent yet" className={cn('px-3', opens ? 'mt-3' : 'mt-0.5')}>
      <div className="flex flex-row-reverse items-center gap-2">
        <div className="flex min-w-0 max-w-[min(36rem,82%)] flex-col items-end">
          <Bubble own closes text={text} meta={failed ? <NotSent /> : <OnItsWay online={online} />} />
        </div>
        {!failed && !online && (
          <IconButton label="Delete the message that waits" icon={<Trash2 />} onClick={remove} />
        )}
      </div>
      {failed && (
        <div className="flex flex-wrap items-center justify-end gap-x-1">
          <p className="px-2 text-12 text-soft">{problem}</p>
          <Button size="small" variant="ghost" onClick={() => retry(clientId)}>
            Try again
          </Button>
          <Button size="small" variant="ghost" onClick={remove}>
            Delete
          </Button>
        </div>
      )}
    </li>
  )
}

function OnItsWay({ online }: { online: boolean }) {
  return (
    <>
      {!online && <span aria-hidden>waits</span>}
      <Clock aria-hidden className="size-3.5" />
      <span className="sr-only">{online ? 'Sending' : 'Waits for the network'}</span>
    </>
  )
}

function NotSent() {
  return (
    <>
      <CircleAlert aria-hidden className="size-3.5 text-danger" />
      <span className="text-danger">Not sent</span>
    </>
  )
}
