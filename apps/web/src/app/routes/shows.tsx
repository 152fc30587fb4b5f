import { getRouteApi, Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useSession } from '@/features/accounts/session'
import { knownFields } from '@/features/catalog/fields'
import { useDiary } from '@/features/shows/api'
import { DiaryToolbar } from '@/features/shows/components/diary-toolbar'
import { FilterChips } from '@/features/shows/components/filter-chips'
import { FirstRun } from '@/features/shows/components/first-run'
import { FoundShows } from '@/features/shows/components/found-shows'
import { ListSkeleton } from '@/features/shows/components/list-skeleton'
import { MyDiary } from '@/features/shows/components/my-diary'
import { NothingFound } from '@/features/shows/components/nothing-found'
import { YearScrubber } from '@/features/shows/components/year-scrubber'
import { type DiarySearch, isNarrowed } from '@/features/shows/filter'
import { dateIn } from '@/lib/dates'
import { usePageTitle } from '@/lib/hooks'
import { sayProblem } from '@/lib/problem'
import { buttonStyles } from '@/ui/button'
import { ErrorState } from '@/ui/error-state'
import { Page } from '../shell/page'

const route = getRouteApi('/member/shows')

/** My diary, and everyone's. */
export function Shows() {
  const search = route.useSearch()
  const { user } = useSession()
  const { diary } = useDiary()
  const plain = !isNarrowed(search) && search.scope === undefined
  usePageTitle('Shows')
  if (plain && user && diary && diary.years.length + diary.coming === 0) {
    const zone = user.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    return <FirstRun name={user.display_name ?? user.username} today={dateIn(zone)} />
  }
  return (
    <Page title="Shows" lead={plain ? <DiaryLead /> : undefined} actions={<AddButton />} wide>
      <ShowsBody search={search} plain={plain} />
    </Page>
  )
}

function ShowsBody({ search, plain }: { search: DiarySearch; plain: boolean }) {
  const navigate = route.useNavigate()
  const change = (next: DiarySearch) =>
    navigate({ search: next, replace: next.q !== search.q, resetScroll: false })
  const view = search.view ?? 'timeline'
  return (
    <>
      <DiaryToolbar search={search} onChange={change} fields={knownFields} />
      <FilterChips search={search} onChange={change} />
      <div className="mt-6 sm:mt-8">
        {plain ? (
          <Diary view={view} />
        ) : (
          <FoundShows
            search={search}
            view={view}
            whenEmpty={<NothingFound search={search} onChange={change} />}
          />
        )}
      </div>
    </>
  )
}

function Diary({ view }: { view: 'timeline' | 'posters' }) {
  const { diary, error, retry } = useDiary()
  if (error) return <ErrorState message={sayProblem(error)} onRetry={retry} />
  if (!diary) {
    return (
      <div role="status" className="xl:mr-64">
        <span className="sr-only">Opening your diary</span>
        <ListSkeleton view={view} count={8} />
      </div>
    )
  }
  return (
    <div className="xl:grid xl:grid-cols-[minmax(0,1fr)_13rem] xl:gap-12">
      {diary.years.length > 1 && <YearScrubber years={diary.years} />}
      <div className="min-w-0 max-xl:mt-4">
        <MyDiary years={diary.years} view={view} />
      </div>
    </div>
  )
}

function DiaryLead() {
  const { diary } = useDiary()
  if (!diary) return 'Your diary'
  const total = diary.years.reduce((sum, { shows }) => sum + shows, 0)
  const first = diary.years.length > 1 ? ` since ${diary.years.at(-1)?.year}` : ''
  return `${total} ${total === 1 ? 'night' : 'nights'}${first}`
}

function AddButton() {
  return (
    <Link to="/shows/create" className={buttonStyles({ variant: 'inverse', className: 'max-sm:hidden' })}>
      <Plus aria-hidden />
      Add a show
    </Link>
  )
}
