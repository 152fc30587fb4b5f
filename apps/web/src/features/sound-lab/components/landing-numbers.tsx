import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { titleOf } from '@/lib/media-words'
import type { Sort } from '../address'
import { itemsIn, libraryLabelsQuery, libraryQuery } from '../api'
import { sayLoudness, sayNumber, sayShare, sayTempo } from '../model'

/** The ends of the library: the slowest, the fastest, the loudest, and what is heard most often. */
export function LandingNumbers() {
  const slowest = useFirst('bpm')
  const fastest = useFirst('-bpm')
  const loudest = useFirst('-loudness')
  const liveliest = useFirst('-energy')
  const { data: labels } = useQuery(libraryLabelsQuery)
  const [most] = labels ?? []
  // with one recording alone the slowest is the fastest, which says nothing
  if (!slowest || !fastest || slowest.audio.id === fastest.audio.id) return null
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 md:grid-cols-5">
      <End label="Slowest" item={slowest} value={slowest.bpm !== null && sayTempo(slowest.bpm)} />
      <End label="Fastest" item={fastest} value={fastest.bpm !== null && sayTempo(fastest.bpm)} />
      <End
        label="Loudest"
        item={loudest}
        value={loudest?.loudness_lufs != null && sayLoudness(loudest.loudness_lufs)}
      />
      <End
        label="Most energy"
        item={liveliest}
        value={liveliest?.energy != null && sayShare(liveliest.energy)}
      />
      {most && (
        <Fact label="Heard most often" value={most.label}>
          <Link
            to="/sound-lab/library"
            search={{ label: most.label }}
            className="text-14 text-soft hover:text-accent"
          >
            In {sayNumber(most.count)} {most.count === 1 ? 'recording' : 'recordings'}
          </Link>
        </Fact>
      )}
    </dl>
  )
}

/** The first of the library in an order. */
function useFirst(sort: Exclude<Sort, 'newest'>): LibraryItem | undefined {
  return itemsIn(useInfiniteQuery(libraryQuery({ sort }, 1)).data)[0]
}

type EndProps = { label: string; item: LibraryItem | undefined; value: string | false }

function End({ label, item, value }: EndProps) {
  if (item === undefined || value === false) return null
  const audioId = item.audio.id
  return (
    <Fact label={label} value={value}>
      <Link
        to="/sound-lab/$audioId"
        params={{ audioId }}
        className="block truncate text-14 text-soft hover:text-accent"
      >
        {titleOf(item.audio)}
      </Link>
    </Fact>
  )
}

function Fact({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-soft">{label}</dt>
      <dd className="truncate font-bold font-display text-20 tabular-nums tracking-tight sm:text-28">
        {value}
      </dd>
      <dd>{children}</dd>
    </div>
  )
}
