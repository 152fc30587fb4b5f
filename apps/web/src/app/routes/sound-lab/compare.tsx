import type { Analysis } from '@sharemyshows/contract/analysis'
import type { Audio } from '@sharemyshows/contract/audio'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeftRight } from 'lucide-react'
import { useSession } from '@/features/accounts/session'
import { PlayButton } from '@/features/media/components/play-button'
import { useWaveform } from '@/features/media/use-waveform'
import { analysisQuery, itemsIn, libraryQuery, recordingQuery } from '@/features/sound-lab/api'
import { CompareCurves } from '@/features/sound-lab/components/compare-curves'
import { CompareEstimates } from '@/features/sound-lab/components/compare-estimates'
import { CompareLabels } from '@/features/sound-lab/components/compare-labels'
import { CompareSlot } from '@/features/sound-lab/components/compare-slot'
import { CompareTable } from '@/features/sound-lab/components/compare-table'
import { CompareVerdict } from '@/features/sound-lab/components/compare-verdict'
import { useLabNews } from '@/features/sound-lab/use-lab-news'
import { titleOf } from '@/lib/media-words'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { Button, buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { playRecording } from '../../play-recording'
import { LabPage } from './lab-page'

const route = getRouteApi('/open/sound-lab/compare')

/** Two recordings beside each other. */
export function SoundLabCompare() {
  useLabNews()
  const { user } = useSession()
  const { a, b } = route.useSearch()
  const navigate = route.useNavigate()
  const [one, other] = [useSide(a), useSide(b)]
  const library = useInfiniteQuery({ ...libraryQuery({}), enabled: user !== null })
  const offered = itemsIn(library.data).filter(({ analysis }) => analysis.state === 'done')
  const choose = (search: { a?: string | undefined; b?: string | undefined }) =>
    void navigate({
      search: { ...(search.a && { a: search.a }), ...(search.b && { b: search.b }) },
      replace: true,
      resetScroll: false,
    })
  const slot = (of: 'A' | 'B', { audio }: Side) => (
    <CompareSlot
      of={of}
      audio={audio}
      play={audio && <PlayButton recording={audio} onPlay={() => playRecording(audio)} className="size-11" />}
      offered={offered.map((item) => item.audio)}
      onChoose={(id) => choose(of === 'A' ? { a: id, b } : { a, b: id })}
    />
  )
  return (
    <LabPage
      title="Compare"
      lead="What lies between two recordings, and whether they mix."
      actions={
        a &&
        b && (
          <Button onClick={() => choose({ a: b, b: a })}>
            <ArrowLeftRight aria-hidden />
            Swap
          </Button>
        )
      }
    >
      <div className="grid gap-3 sm:grid-cols-2 sm:gap-4">
        {slot('A', one)}
        {slot('B', other)}
      </div>
      <div className="mt-4">
        {a && b ? (
          <Compared one={one} other={other} />
        ) : (
          <EmptyState
            icon={<ArrowLeftRight />}
            title="Two recordings make a comparison"
            action={<ToLibrary />}
          >
            Tempo, key, loudness, what is heard in them and how their energy runs will stand beside each
            other.
          </EmptyState>
        )}
      </div>
    </LabPage>
  )
}

const ToLibrary = () => (
  <Link to="/sound-lab/library" className={buttonStyles()}>
    Choose two in the library
  </Link>
)

/** `audio` is null while none is chosen, or none can be had. */
type Side = {
  audio: Audio | undefined | null
  analysis: Analysis | undefined
  wave: ReturnType<typeof useWaveform>
  error: Error | null
  retry: () => void
}

function useSide(id: string | undefined): Side {
  const enabled = id !== undefined
  const audio = useQuery({ ...recordingQuery(id ?? ''), enabled })
  const analysis = useQuery({ ...analysisQuery(id ?? ''), enabled })
  const wave = useWaveform(id ?? '', audio.data?.urls.waveform !== undefined)
  return {
    audio: enabled && !audio.error ? audio.data : null,
    analysis: analysis.data,
    wave,
    error: audio.error ?? (analysis.data ? null : analysis.error),
    retry: () => void Promise.all([audio.refetch(), analysis.refetch()]),
  }
}

function Compared({ one, other }: { one: Side; other: Side }) {
  const broken = [one, other].find(({ error }) => error !== null)
  if (broken?.error) {
    return <ErrorState title={titleFor(broken)} message={sayWhy(broken)} onRetry={broken.retry} />
  }
  const [a, b] = [one.analysis, other.analysis]
  if (!a || !b) return <Loading />
  const names = [one, other].map(({ audio }) => (audio ? titleOf(audio) : '')) as [string, string]
  return (
    <div className="flex flex-col gap-4">
      <CompareVerdict a={a} b={b} />
      <CompareCurves a={{ analysis: a, wave: one.wave }} b={{ analysis: b, wave: other.wave }} />
      <div className="grid gap-4 lg:grid-cols-2">
        <CompareTable a={a} b={b} names={names} />
        <CompareEstimates a={a} b={b} />
      </div>
      <CompareLabels a={a} b={b} />
    </div>
  )
}

const isNotReady = ({ error }: Side): boolean =>
  error instanceof ApiProblem && error.code === 'analysis_not_ready'

const titleFor = (side: Side): string =>
  isNotReady(side) && side.audio ? `${titleOf(side.audio)} is not analysed yet` : 'That did not work'

const sayWhy = (side: Side): string =>
  isNotReady(side) ? 'As soon as it is, the two will stand beside each other here.' : sayProblem(side.error)

function Loading() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">Comparing the two</span>
      <Skeleton className="h-24" />
      <Skeleton className="h-72" />
      <Skeleton className="h-96" />
    </div>
  )
}
