import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import type { Show } from '../model'
import { useMyPart } from '../my-part'
import { usePhase } from '../use-phase'
import { MyNotes } from './my-notes'
import { Rating } from './rating'

/** My own part: what I thought of it, and notes that nobody else sees. */
export function MyNight({ show }: { show: Show }) {
  const phase = usePhase(show)
  const { think } = useMyPart(show)
  const rating = show.my_attendance?.rating ?? null
  const notes = show.my_attendance?.notes ?? null
  const rate = (stars: number | null) => {
    void think({ rating: stars }).catch((error) => toast.failed(sayProblem(error)))
    if (stars === null) toast.done('Your rating is gone', { label: 'Undo', onClick: () => rate(rating) })
  }
  const write = (text: string | null) => {
    if (text === null) toast.done('Your note is gone', { label: 'Undo', onClick: () => putBack(notes) })
    return think({ notes: text })
  }
  const putBack = (text: string | null) =>
    void think({ notes: text }).catch((error) => toast.failed(sayProblem(error)))
  return (
    <section aria-labelledby="my-night">
      <h2 id="my-night" className="text-20">
        {phase === 'before' ? 'Before the night' : 'My night'}
      </h2>
      {phase !== 'before' && (
        <Rating
          label="My rating"
          value={rating ?? 0}
          onChange={(stars) => rate(stars || null)}
          className="mt-1"
        />
      )}
      <MyNotes notes={notes ?? ''} save={(text) => write(text || null)} />
    </section>
  )
}
