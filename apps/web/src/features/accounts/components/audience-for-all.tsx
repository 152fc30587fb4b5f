import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ChosenAudience, sayAudience } from '@/lib/audience'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Skeleton } from '@/ui/skeleton'
import { toast } from '@/ui/toast'
import {
  audiencesQuery,
  type Counts,
  type Kept,
  nounOf,
  otherThan,
  sayCounts,
  sayKept,
  sumOf,
  useChangeAll,
} from '../audiences'
import { AudienceChoice } from './audience-choice'

type AudienceForAllProps = {
  of: Kept
  /** What each choice means, in a sentence. */
  meaning: Record<ChosenAudience, string>
}

/** Who sees how many of those there are, and the way to say it of all of them at once. */
export function AudienceForAll({ of, meaning }: AudienceForAllProps) {
  const { data, error } = useQuery(audiencesQuery)
  const [open, setOpen] = useState(false)
  if (error && !data) return <p className="mt-3 text-14 text-soft">{sayProblem(error)}</p>
  if (!data) return <Skeleton className="mt-3 h-11" />
  const counts = data[of]
  if (sumOf(counts) === 0) return null
  return (
    <div className="mt-3 flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="text-14 text-soft">
        Your {sayKept(of, sumOf(counts))} now: {sayCounts(counts)}
      </p>
      <Button size="small" onClick={() => setOpen(true)}>
        Change all {nounOf(of)}
      </Button>
      {open && <ChangeAll {...{ of, meaning, counts }} onClose={() => setOpen(false)} />}
    </div>
  )
}

function ChangeAll({
  of,
  meaning,
  counts,
  onClose,
}: AudienceForAllProps & { counts: Counts; onClose: () => void }) {
  const [audience, setAudience] = useState<ChosenAudience>()
  const change = useChangeAll(of)
  const others = audience && otherThan(counts, audience)
  const act = (chosen: ChosenAudience) =>
    change.mutate(chosen, {
      onSuccess: ({ changed }) => {
        toast.done(`${sayKept(of, changed)} changed`)
        onClose()
      },
      onError: (error) => toast.failed(sayProblem(error)),
    })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Change all ${nounOf(of)}`}
      description={`Says the same for all ${sayKept(of, sumOf(counts))} at once, whatever each says now. It cannot be undone as a whole.`}
      footer={
        <>
          <Button onClick={onClose}>Leave them</Button>
          <Button
            variant={audience === 'public' ? 'danger' : 'inverse'}
            disabled={!others}
            pending={change.isPending}
            onClick={() => audience && act(audience)}
          >
            {others === undefined ? `Change ${nounOf(of)}` : `Change ${sayKept(of, others)}`}
          </Button>
        </>
      }
    >
      <AudienceChoice
        legend={`Who sees all my ${nounOf(of)}`}
        {...{ meaning, value: audience, onChange: setAudience }}
      />
      <p role="status" className="mt-3 min-h-6 text-14 text-soft">
        {audience !== undefined &&
          (others === 0 ? `All of them say “${sayAudience(audience)}” already.` : ' ')}
      </p>
    </Dialog>
  )
}
