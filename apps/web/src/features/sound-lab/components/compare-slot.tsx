import type { Audio } from '@sharemyshows/contract/audio'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { titleOf } from '@/lib/media-words'
import { controlStyles } from '@/ui/field'
import { Skeleton } from '@/ui/skeleton'

type CompareSlotProps = {
  of: 'A' | 'B'
  /** Undefined while it is read, null while none is chosen. */
  audio: Audio | undefined | null
  /** A button to play it. */
  play: ReactNode
  /** What else could stand here; without any there is nothing to choose from. */
  offered: readonly Audio[]
  onChoose: (id: string) => void
}

/** One of the two: what it is, play it, or take another. */
export function CompareSlot({ of, audio, play, offered, onChoose }: CompareSlotProps) {
  const others = offered.filter(({ id }) => id !== audio?.id)
  return (
    <section aria-label={of} className="lab-panel flex min-w-0 flex-col gap-3 p-4">
      <div className="flex min-h-12 items-center gap-3">
        <span
          aria-hidden
          className={`font-bold font-display text-28 ${of === 'A' ? 'text-cyan' : 'text-magenta'}`}
        >
          {of}
        </span>
        {audio === undefined && <Skeleton className="h-8 flex-1" />}
        {audio === null && <p className="text-14 text-soft">Choose a recording</p>}
        {audio && (
          <>
            {play}
            <Link
              to="/sound-lab/$audioId"
              params={{ audioId: audio.id }}
              className="min-w-0 truncate font-medium text-16 hover:text-accent"
              title={titleOf(audio)}
            >
              {titleOf(audio)}
            </Link>
          </>
        )}
      </div>
      {others.length > 0 && (
        <select
          aria-label={`Recording ${of}`}
          value=""
          onChange={({ target }) => target.value && onChoose(target.value)}
          className={controlStyles}
        >
          <option value="">{audio ? 'Take another' : 'From my library'}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {titleOf(one)}
            </option>
          ))}
        </select>
      )}
    </section>
  )
}
