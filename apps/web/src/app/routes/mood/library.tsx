import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Music, SearchX, Upload } from 'lucide-react'
import { RulesButton } from '@/features/moods/components/rules-dialog'
import { isNarrowed, type MusicAsk } from '@/features/music/address'
import { musicQuery, musicSummaryQuery, tracksIn } from '@/features/music/api'
import { MusicTools } from '@/features/music/components/music-tools'
import { StateNotes } from '@/features/music/components/state-notes'
import { TrackTable } from '@/features/music/components/track-table'
import { sayCount } from '@/features/music/model'
import { useMusicNews } from '@/features/music/use-music-news'
import { Panel } from '@/features/sound-lab/components/panel'
import { cn } from '@/lib/cn'
import { sayProblem } from '@/lib/problem'
import { Button, buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { LoadMore } from '@/ui/load-more'
import { Skeleton } from '@/ui/skeleton'
import { MoodPage } from './mood-page'
import { PlayTrack } from './play-track'
import { TrackMenu } from './track-menu'

const route = getRouteApi('/member/music')

/** My tracks: uploads, recordings of shows, imported folders and what was synchronised. */
export function MusicLibrary() {
  useMusicNews()
  const ask = route.useSearch()
  const navigate = route.useNavigate()
  const { data: summary, isPending } = useQuery(musicSummaryQuery)
  const change = (next: MusicAsk) =>
    void navigate({ search: next, replace: next.q !== ask.q, resetScroll: false })
  const none = summary?.total === 0 && !isNarrowed(ask)
  return (
    <MoodPage
      title="Your music"
      lead={summary && !none ? sayCount(summary.total) : 'What MoodDJ chooses from.'}
      actions={
        none ? undefined : (
          <>
            <RulesButton mood={ask.mood} />
            <UploadLink />
          </>
        )
      }
    >
      {isPending ? (
        <Loading />
      ) : none ? (
        <FirstRun />
      ) : (
        <div className="flex min-w-0 flex-col gap-4">
          <MusicTools ask={ask} onChange={change} summary={summary} />
          <StateNotes ask={ask} onChange={change} summary={summary} />
          <Found ask={ask} onClear={() => change({})} />
        </div>
      )}
    </MoodPage>
  )
}

function Found({ ask, onClear }: { ask: MusicAsk; onClear: () => void }) {
  // what was found before stays until the next is here
  const list = useInfiniteQuery({ ...musicQuery(ask), placeholderData: keepPreviousData })
  const { data, error, refetch, isPlaceholderData: before } = list
  if (data === undefined) {
    if (error) return <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
    return <Loading />
  }
  const tracks = tracksIn(data)
  if (tracks.length === 0) return isNarrowed(ask) ? <NothingFound onClear={onClear} /> : <FirstRun />
  return (
    <>
      <Panel className={cn('p-3 transition-opacity duration-place sm:p-4', before && 'opacity-60')}>
        <TrackTable
          tracks={tracks}
          play={(track) => <PlayTrack track={track} tracks={tracks} />}
          menu={(track) => <TrackMenu track={track} />}
        />
      </Panel>
      <LoadMore {...list} error={list.isFetchNextPageError ? error : null} />
    </>
  )
}

const UploadLink = () => (
  <Link to="/sound-lab/upload" className={buttonStyles({ variant: 'inverse' })}>
    <Upload aria-hidden />
    Add recordings
  </Link>
)

function FirstRun() {
  return (
    <EmptyState icon={<Music />} title="No music yet" action={<UploadLink />}>
      Every recording you add, here or at a show, becomes a track that MoodDJ can choose: it is listened to on
      this server, and nowhere else.
    </EmptyState>
  )
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No track fits"
      action={<Button onClick={onClear}>Show all of my music</Button>}
    >
      Nothing in your music matches all of this at once.
    </EmptyState>
  )
}

const ROWS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

function Loading() {
  return (
    <div role="status" className="lab-panel flex flex-col gap-2 p-3 sm:p-4">
      <span className="sr-only">Opening your music</span>
      {ROWS.map((row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </div>
  )
}
