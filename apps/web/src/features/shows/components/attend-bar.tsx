import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
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
  /** Stands in for the button until the doors, and beside it for who is not there: an event is answered. */
  answer?: ReactNode
  /** Takes the arrival over, where a device can vouch for it; `byHand` is the way without one. */
  arrival?: ((arriving: Arriving) => ReactNode) | undefined
  /** What else there is to do, beside. */
  children?: ReactNode
}
export type Arriving = { open: boolean; onOpenChange: (open: boolean) => void; byHand: () => void }

/** My part in the show, and the button that knows the time. `onCancel` asks before it takes the show out. */
export function AttendBar({ show, onCancel, answer, arrival, children }: AttendBarProps) {
  const phase = usePhase(show)
  const { state, next, back } = myPart(show, phase)
  const { attend } = useMyPart(show)
  const [arriving, setArriving] = useState(false)
  const act = (deed: Deed) => {
    if (deed === 'cancel') return onCancel()
    attend(deed).catch((error) => toast.failed(sayProblem(error)))
  }
  const choose = (deed: Deed) =>
    deed === 'arrive' && phase === 'during' && arrival ? setArriving(true) : act(deed)
  if (phase === 'before' && answer) {
    return (
      <Bar>
        {answer}
        {children}
      </Bar>
    )
  }
  return (
    <Bar>
      {next && (
        <Button variant="primary" size="large" className="max-sm:flex-1" onClick={() => choose(next.deed)}>
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
      {/* doors or not, whoever is not there yet may still want one of the seats */}
      {phase === 'during' && show.my_attendance === null && answer}
      {children}
      {arrival?.({ open: arriving, onOpenChange: setArriving, byHand: () => act('arrive') })}
    </Bar>
  )
}

const Bar = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{children}</div>
)
