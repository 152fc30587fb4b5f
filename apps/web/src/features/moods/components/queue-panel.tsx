import type { Recommendation } from '@sharemyshows/contract/music'
import { ListMusic, ListPlus, Play, SkipForward } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { IconButton } from '@/ui/icon-button'
import { Skeleton } from '@/ui/skeleton'
import type { DjState } from '../dj'
import { comingIn, playingIn } from '../queue'

type QueuePanelProps = {
  state: DjState
  /** Songs that are still being listened to, and so cannot be chosen yet. */
  awaited: number
  /** Draws a song; `playing` is the one that is heard. */
  row: (song: Recommendation, playing: boolean) => ReactNode
  onPlay: () => void
  onSkip: () => void
  onSave: () => void
  saving: boolean
  onMore: () => void
  onRetry: () => void
}

/** The songs that answer a mood: the one that plays, those that come, and what can be done with them. */
export function QueuePanel({
  state,
  awaited,
  row,
  onPlay,
  onSkip,
  onSave,
  saving,
  onMore,
  onRetry,
}: QueuePanelProps) {
  const { queue, list, problem } = state
  const playing = playingIn(queue)
  const coming = comingIn(queue)
  if (list === 'none' && !playing) return <Nothing />
  if (list === 'failed' && coming.length === 0 && !playing) {
    return <ErrorState message={sayProblem(problem)} onRetry={onRetry} />
  }
  return (
    <>
      {playing && (
        <section aria-labelledby="plays" className="mb-3">
          <header className="flex min-h-11 items-center justify-between gap-3">
            <h2 id="plays" className="text-14 text-soft">
              Now
            </h2>
            <Button size="small" variant="ghost" onClick={onSkip} disabled={coming.length === 0}>
              <SkipForward aria-hidden />
              Skip
            </Button>
          </header>
          <ul className="-mx-2">{row(playing, true)}</ul>
        </section>
      )}
      <section aria-labelledby="comes" aria-busy={list === 'asking'}>
        <header className="flex min-h-11 items-center gap-2">
          <h2 id="comes" className="flex-1 text-20">
            {playing ? 'Then' : 'Your songs'}
          </h2>
          {coming.length > 0 && (
            <IconButton
              label="Save as a playlist"
              icon={<ListPlus />}
              aria-disabled={saving || undefined}
              onClick={() => !saving && onSave()}
            />
          )}
          {!playing && coming.some(({ track }) => track.stream_url !== null) && (
            <Button variant="primary" onClick={onPlay}>
              <Play aria-hidden className="fill-current" />
              Play
            </Button>
          )}
        </header>
        {list === 'failed' && (
          <p role="alert" className="flex items-center gap-3 py-2 text-14 text-warning">
            <span className="flex-1">{sayProblem(problem)}</span>
            <Button size="small" onClick={onRetry}>
              Try again
            </Button>
          </p>
        )}
        {list === 'asking' && coming.length === 0 ? <Rows /> : <Coming state={state} row={row} />}
        {list === 'here' && coming.length > 0 && !state.ended && (
          <Button className="mt-2 w-full" variant="ghost" pending={state.asksMore} onClick={onMore}>
            More songs
          </Button>
        )}
        {list === 'here' && state.chosenFrom > 0 && (
          <p className="mt-3 text-center text-12 text-soft">{sayFrom(state, awaited)}</p>
        )}
      </section>
    </>
  )
}

function Coming({ state, row }: Pick<QueuePanelProps, 'state' | 'row'>) {
  const coming = comingIn(state.queue)
  if (coming.length === 0 && state.list === 'here') {
    return (
      <p className="py-6 text-14 text-soft">
        {state.chosenFrom === 0
          ? 'None of your songs has been listened to yet. They answer once that is done.'
          : 'That was all of your music for now. What played lately rests a little.'}
      </p>
    )
  }
  // those of the mood before stay in sight until the new ones are here
  return (
    <ul
      data-old={state.list === 'asking' || undefined}
      className="-mx-2 transition-opacity data-old:opacity-50"
    >
      {coming.map((song) => row(song, false))}
    </ul>
  )
}

const FEW = 10

function sayFrom({ chosenFrom }: DjState, awaited: number): string {
  const songs = `${chosenFrom.toLocaleString('en-GB')} ${chosenFrom === 1 ? 'song' : 'songs'} of yours`
  if (awaited > 0)
    return `Out of ${songs}; ${awaited} more ${awaited === 1 ? 'is' : 'are'} being listened to.`
  return chosenFrom < FEW ? `Out of ${songs}. The more there are, the better they fit.` : `Out of ${songs}`
}

const Nothing = () => (
  <EmptyState icon={<ListMusic />} title="Ten songs of yours">
    They stand here as soon as there is a mood, each with its reason. They come out of your own music.
  </EmptyState>
)

const Rows = () => (
  <div className="flex flex-col gap-2 py-1">
    {['first', 'second', 'third', 'fourth', 'fifth'].map((nth) => (
      <Skeleton key={nth} className="h-16" />
    ))}
  </div>
)
