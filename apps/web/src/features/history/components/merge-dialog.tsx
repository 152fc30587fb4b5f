import { useId, useState } from 'react'
import { cn } from '@/lib/cn'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { toast } from '@/ui/toast'
import { type Kind, useMerge } from '../api'
import { type Candidate, fuller, sayConsequences, sayContents } from '../candidate'

type MergeDialogProps = {
  kind: Kind
  pair: readonly [Candidate, Candidate]
  open: boolean
  onOpenChange: (open: boolean) => void
  onMerged: (survivorId: string) => unknown
}

/** Two side by side: which one stays, what will move, and that it cannot be undone. */
export function MergeDialog({ kind, pair, open, onOpenChange, onMerged }: MergeDialogProps) {
  const [one, other] = pair
  const [stays, setStays] = useState(fuller(one, other))
  const goes = stays === one ? other : one
  const merge = useMerge(kind)
  const act = async () => {
    try {
      await merge.mutateAsync({ from: goes.id, into: stays.id })
    } catch (error) {
      toast.failed(sayProblem(error))
      return
    }
    onOpenChange(false)
    toast.done(`Merged into ${stays.name}`)
    await onMerged(stays.id)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Are these the same ${kind}?`}
      description="Choose the one that stays. The other becomes part of it."
      className="sm:w-[min(40rem,calc(100vw-2rem))]"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Keep both</Button>
          <Button variant="danger" pending={merge.isPending} onClick={act}>
            Merge for good
          </Button>
        </>
      }
    >
      <Sides pair={pair} stays={stays} onChange={setStays} />
      <ul className="mt-4 flex list-disc flex-col gap-1 pl-5 text-14 text-soft" aria-live="polite">
        {sayConsequences(goes, stays).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="mt-4 font-medium text-14">This cannot be undone.</p>
    </Dialog>
  )
}

type SidesProps = {
  pair: readonly [Candidate, Candidate]
  stays: Candidate
  onChange: (stays: Candidate) => void
}

function Sides({ pair, stays, onChange }: SidesProps) {
  const name = useId()
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="sr-only">Which one stays</legend>
      {pair.map((side) => (
        <label
          key={side.id}
          className={cn(
            'flex cursor-pointer flex-col gap-1 rounded-card p-4 ring-1 ring-line ring-inset',
            'has-checked:bg-raised has-checked:ring-2 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent',
          )}
        >
          <span className="flex items-center gap-2 text-12 text-soft">
            <input
              type="radio"
              name={name}
              checked={side === stays}
              onChange={() => onChange(side)}
              className="size-4 accent-accent"
            />
            {side === stays ? 'Stays' : 'Becomes part of it'}
          </span>
          <span className="wrap-anywhere font-display font-semibold text-20">{side.name}</span>
          {side.details.map((line) => (
            <span key={line} className="wrap-anywhere text-14 text-soft">
              {line}
            </span>
          ))}
          <span className="mt-1 text-14">{sayContents(side)}</span>
        </label>
      ))}
    </fieldset>
  )
}
