import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { useChangeShow } from '../changes'
import type { Show } from '../model'
import { usePhase } from '../use-phase'
import { MyNotes } from './my-notes'
import { Rating } from './rating'

/** My own part: what I thought of it, and notes that nobody else sees. */
export function MyNight({ show }: { show: Show }) {
  const phase = usePhase(show)
  const change = useChangeShow(show.id)
  const rating =
    change.isPending && change.variables.rating !== undefined
      ? change.variables.rating
      : show.my_attendance?.rating
  const rate = (stars: number) =>
    change.mutate({ rating: stars || null }, { onError: (error) => toast.failed(sayProblem(error)) })
  return (
    <section aria-labelledby="my-night">
      <h2 id="my-night" className="text-20">
        {phase === 'before' ? 'Before the night' : 'My night'}
      </h2>
      {phase !== 'before' && (
        <Rating label="My rating" value={rating ?? 0} onChange={rate} className="mt-1" />
      )}
      <MyNotes
        notes={show.my_attendance?.notes ?? ''}
        save={(notes) => change.mutateAsync({ notes: notes || null })}
      />
    </section>
  )
}
