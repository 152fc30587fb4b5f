import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { type Deed, myPart } from '../attendance'
import type { Show } from '../model'
import { useMyPart } from '../my-part'
import { usePhase } from '../use-phase'

type AttendBarProps = {
  show: Show
  onCancel: () => void
  /** What else there is to do, beside. */
  children?: ReactNode
}

/** My part in the show, and the button that knows the time. `onCancel` asks before it takes the show out. */
export function AttendBar({ show, onCancel, children }: AttendBarProps) {
  const { state, next, back } = myPart(show, usePhase(show))
  const { attend } = useMyPart(show)
  const act = (deed: Deed) => {
    if (deed === 'cancel') return onCancel()
    attend(deed).catch((error) => toast.failed(sayProblem(error)))
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {next && (
        <Button variant="primary" size="large" className="max-sm:flex-1" onClick={() => act(next.deed)}>
          {next.label}
        </Button>
      )}
      <p role="status" className="inline-flex min-h-11 items-center gap-2 font-medium text-16 empty:hidden">
        {state && (
          <>
            <Check aria-hidden className="size-5 text-accent" />
            {state}
          </>
        )}
      </p>
      {back && (
        <Button variant="ghost" className="text-soft" onClick={() => act(back.deed)}>
          {back.label}
        </Button>
      )}
      {children}
    </div>
  )
}
