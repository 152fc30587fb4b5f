import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Search as SearchIcon } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useSession } from '@/features/accounts/session'
import { asksAnything, narrowingOf, type SearchAddress } from '@/features/search/address'
import { foundShowsQuery } from '@/features/search/api'
import { FoundGroups } from '@/features/search/components/found-groups'
import { FoundKind } from '@/features/search/components/found-kind'
import { KindChips } from '@/features/search/components/kind-chips'
import { NarrowingChips } from '@/features/search/components/narrowing-chips'
import { NothingFound } from '@/features/search/components/nothing-found'
import { RecentSearches } from '@/features/search/components/recent-searches'
import { SimilarNote } from '@/features/search/components/similar-note'

import { remember, useRecent } from '@/features/search/recent'
import { useMoveThrough } from '@/features/search/use-move-through'
import { ListSkeleton } from '@/features/shows/components/list-skeleton'
import { ShowList } from '@/features/shows/components/show-list'
import { YearHeading } from '@/features/shows/components/year-heading'
import { groupByYear } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { LoadMore } from '@/ui/load-more'
import { SearchBox } from '@/ui/search-box'
import { Page } from '../shell/page'

const route = getRouteApi('/open/search')

/** Everything by what it is called. */
export function Search() {
  const address = route.useSearch()
  const navigate = route.useNavigate()
  const { user } = useSession()
  const person = user?.id ?? null
  const change = (next: SearchAddress) => {
    const typing = next.q !== address.q && next.kind === address.kind
    navigate({ search: next, replace: typing, resetScroll: false })
  }
  const { kind, q } = address
  const asks = asksAnything(address)
  const whenEmpty = (
    <NothingFound q={q} member={user !== null} onEverything={kind && q ? () => change({ q }) : undefined} />
  )
  const parts = useRef<HTMLDivElement>(null)
  useMoveThrough(parts)
  const onChoose = () => remember(person, q ?? '')
  return (
    <Page title="Search">
      <div ref={parts}>
        <div className="flex flex-col gap-3">
          <SearchBox
            label="Search"
            placeholder="Artists, venues, towns, songs, people"
            q={q ?? ''}
            onChange={(typed) => change({ ...address, q: typed || undefined })}
            focused
          />
          <KindChips kind={kind} onChange={(next) => change({ q, kind: next })} />
          <NarrowingChips address={address} onChange={change} />
        </div>
        <div className="mt-6 sm:mt-8">
          {!asks && <Begin person={person} onChoose={(search) => change({ kind, q: search })} />}
          {asks && kind === 'shows' && <FoundShows address={address} whenEmpty={whenEmpty} />}
          {q && kind && kind !== 'shows' && <FoundKind key={kind} {...{ q, kind, onChoose, whenEmpty }} />}
          {q && !kind && (
            <FoundGroups {...{ q, onChoose, whenEmpty }} onKind={(next) => change({ q, kind: next })} />
          )}
        </div>
      </div>
    </Page>
  )
}

/** Before anything is typed: what was looked for lately, or what can be. */
function Begin({ person, onChoose }: { person: string | null; onChoose: (q: string) => void }) {
  const recent = useRecent(person)
  if (recent.length > 0) return <RecentSearches person={person} onChoose={onChoose} />
  return (
    <EmptyState icon={<SearchIcon />} title="Every show, by any of its names">
      Type an artist, a venue, a town, a song, a year, or several at once: “spinvis utrecht 2019”.
    </EmptyState>
  )
}

function FoundShows({ address, whenEmpty }: { address: SearchAddress; whenEmpty: ReactNode }) {
  const found = useInfiniteQuery(foundShowsQuery(address))
  if (found.isPending) {
    return (
      <div role="status">
        <span className="sr-only">Searching</span>
        <ListSkeleton view="timeline" count={6} />
      </div>
    )
  }
  if (!found.data) return <ErrorState message={sayProblem(found.error)} onRetry={found.refetch} />
  const shows = found.data.pages.flatMap((page) => page.items)
  if (shows.length === 0) return whenEmpty
  return (
    <div aria-busy={found.isPlaceholderData} className="flex flex-col gap-10">
      {found.data.pages[0]?.similar && (
        <SimilarNote q={address.q ?? Object.values(narrowingOf(address)).join(' ')} />
      )}
      {groupByYear(shows, (show) => show.show_date).map(({ year, items }) => (
        <section key={year} aria-labelledby={`y${year}`}>
          <YearHeading year={year} />
          <ShowList shows={items} view="timeline" />
        </section>
      ))}
      <LoadMore {...found} />
    </div>
  )
}
