import type { LookedUpSetlist } from '@sharemyshows/contract/lookups'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { outcomeOf, sayOutcome } from '@/lib/lookups'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorState } from '@/ui/error-state'
import { Note } from '@/ui/note'
import { foundQuery } from '../api'
import { useTake } from '../bulk'
import { sayFailure } from '../changes'
import type { SetlistDialogProps } from '../dialogs'
import { chosenOf, type DraftSong, draftOf } from '../found'
import { useUndo } from '../use-undo'
import { FoundNight } from './found-night'
import { FoundSongs } from './found-songs'
import { type Mode, ModeChoice } from './mode-choice'
import { SetlistSkeleton } from './setlist-skeleton'

const NOTHING = 'Nobody has written this night down at setlist.fm yet.'

/** What others wrote down of the night, to be gone through before any of it is taken. */
export function FindDialog({ showId, headliner, songs, changes, close }: SetlistDialogProps) {
  const { data, error, refetch, isFetching } = useQuery(foundQuery(showId))
  const nights = data?.items.filter(({ source }) => source === 'setlistfm') ?? []
  const [chosenId, choose] = useState<string>()
  const night = nights.find(({ id }) => id === chosenId) ?? nights[0]
  const [drafts, setDrafts] = useState<Record<string, DraftSong[]>>({})
  const draft = night ? (drafts[night.id] ?? draftOf(night.songs)) : []
  const [mode, setMode] = useState<Mode>('append')
  const take = useTake(showId)
  const offerUndo = useUndo(showId, headliner, changes)
  const taken = chosenOf(draft)
  const count = taken.length === 1 ? '1 song' : `${taken.length} songs`
  const replaces = songs.length > 0 && mode === 'replace'
  const save = async ({ id }: LookedUpSetlist) => {
    const body = { provider: 'setlistfm' as const, external_id: id, songs: taken }
    await take.mutateAsync({ ...body, ...(songs.length > 0 && { mode }) })
    close()
    offerUndo(replaces ? `The list is new, with ${count}` : `Added ${count}`, songs)
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Find the setlist"
      description="What others wrote down. Take out what was not played, and put a name right where it stands."
      className="sm:w-[min(38rem,calc(100vw-2rem))]"
      footer={
        night &&
        draft.length > 0 && (
          <>
            <Button variant="ghost" onClick={close}>
              Cancel
            </Button>
            <Button
              variant="primary"
              pending={take.isPending}
              disabled={taken.length === 0}
              onClick={() => void save(night).catch(() => undefined)}
            >
              {taken.length === 0 ? 'Add' : `${replaces ? 'Replace with' : 'Add'} ${count}`}
            </Button>
          </>
        )
      }
    >
      {take.error && (
        <p role="alert" className="mb-3 text-14 text-danger">
          {sayFailure(take.error)}
        </p>
      )}
      {!data && (error ? <ErrorState message={sayProblem(error)} onRetry={refetch} /> : <SetlistSkeleton />)}
      {data && !night && (
        <Note
          message={sayOutcome(outcomeOf(data), NOTHING)}
          {...(outcomeOf(data) === 'unavailable' && !isFetching && { onRetry: () => void refetch() })}
        />
      )}
      {data && night && (
        <div className="flex flex-col gap-4">
          <FoundNight {...{ nights, night, choose }} owed={data.attribution} />
          {songs.length > 0 && draft.length > 0 && <ModeChoice value={mode} onChange={setMode} />}
          <FoundSongs
            songs={draft}
            headliner={headliner}
            onChange={(next) => setDrafts({ ...drafts, [night.id]: next })}
          />
        </div>
      )}
    </Dialog>
  )
}
