import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { AudioWaveform, SearchX, SlidersHorizontal, Upload } from 'lucide-react'
import { useState } from 'react'
import { PlayButton } from '@/features/media/components/play-button'
import { isNarrowed, type LibraryAsk } from '@/features/sound-lab/address'
import { itemsIn, libraryQuery } from '@/features/sound-lab/api'
import { LibraryChips } from '@/features/sound-lab/components/library-chips'
import { LibraryCompareBar } from '@/features/sound-lab/components/library-compare-bar'
import { LibraryFilters } from '@/features/sound-lab/components/library-filters'
import { LibraryTable } from '@/features/sound-lab/components/library-table'
import { LibraryTools } from '@/features/sound-lab/components/library-tools'
import { Panel } from '@/features/sound-lab/components/panel'
import { useChosen } from '@/features/sound-lab/use-chosen'
import { useLabNews } from '@/features/sound-lab/use-lab-news'
import { useMediaQuery } from '@/lib/hooks'
import { sayProblem } from '@/lib/problem'
import { Button, buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { LoadMore } from '@/ui/load-more'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { playRecording } from '../../play-recording'
import { LabPage } from './lab-page'
import { LibraryMenu } from './library-menu'

const route = getRouteApi('/member/sound-lab/library')

/** My recordings with what was found in them. */
export function SoundLabLibrary() {
  useLabNews()
  const ask = route.useSearch()
  const navigate = route.useNavigate()
  const change = (next: LibraryAsk) =>
    void navigate({ search: next, replace: next.q !== ask.q, resetScroll: false })
  const beside = useMediaQuery('(min-width: 80rem)')
  return (
    <LabPage title="Library" actions={<UploadLink />}>
      <div className="xl:grid xl:grid-cols-[17rem_minmax(0,1fr)] xl:items-start xl:gap-6">
        {beside && (
          <Panel title="Filters" className="sticky top-4 max-h-[calc(100dvh-2rem)] overflow-y-auto">
            <LibraryFilters ask={ask} onChange={change} />
          </Panel>
        )}
        <div className="flex min-w-0 flex-col gap-4">
          <LibraryTools ask={ask} onChange={change}>
            {!beside && <FilterSheet ask={ask} onChange={change} />}
          </LibraryTools>
          <LibraryChips ask={ask} onChange={change} />
          <Found ask={ask} onChange={change} />
        </div>
      </div>
    </LabPage>
  )
}

type AskProps = { ask: LibraryAsk; onChange: (ask: LibraryAsk) => void }

function FilterSheet(props: AskProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden />
        Filters
      </Button>
      <Sheet open={open} onOpenChange={setOpen} title="Filters">
        <LibraryFilters {...props} />
        <Button variant="inverse" className="mt-6 w-full" onClick={() => setOpen(false)}>
          Show them
        </Button>
      </Sheet>
    </>
  )
}

function Found({ ask, onChange }: AskProps) {
  const list = useInfiniteQuery(libraryQuery(ask))
  const { chosen, choose, end } = useChosen()
  const { data, error, refetch } = list
  if (data === undefined) {
    if (error) return <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
    return <Loading />
  }
  const items = itemsIn(data)
  if (items.length === 0) return isNarrowed(ask) ? <NothingFound onChange={onChange} /> : <FirstRun />
  const recordings = items.map(({ audio }) => audio)
  return (
    <>
      <Panel className="p-3 sm:p-4">
        <LibraryTable
          items={items}
          chosen={chosen}
          onChoose={choose}
          play={({ audio }) => (
            <PlayButton
              recording={audio}
              onPlay={() => playRecording(audio, recordings)}
              className="size-11"
            />
          )}
          menu={(item) => <LibraryMenu item={item} />}
        />
      </Panel>
      <LoadMore {...list} error={list.isFetchNextPageError ? error : null} />
      <LibraryCompareBar chosen={chosen} onEnd={end} />
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
    <EmptyState icon={<AudioWaveform />} title="Nothing to listen to yet" action={<UploadLink />}>
      Every recording you add, here or at a show, will be in this list with its tempo, key, loudness and what
      is heard in it.
    </EmptyState>
  )
}

function NothingFound({ onChange }: Pick<AskProps, 'onChange'>) {
  const action = <Button onClick={() => onChange({})}>Clear the filters</Button>
  return (
    <EmptyState icon={<SearchX />} title="No recording fits" action={action}>
      Nothing in your library matches all of this at once. What is not analysed yet has no tempo, key or
      label.
    </EmptyState>
  )
}

const ROWS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

function Loading() {
  return (
    <div role="status" className="lab-panel flex flex-col gap-2 p-3 sm:p-4">
      <span className="sr-only">Opening your library</span>
      {ROWS.map((row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </div>
  )
}
