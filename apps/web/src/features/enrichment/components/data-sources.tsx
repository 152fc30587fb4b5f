import { useId } from 'react'
import { Attribution } from '@/ui/attribution'
import { Skeleton } from '@/ui/skeleton'
import { ASKED, type Source, TILES, type Told, WITH_US } from '../sources'

type DataSourcesProps = {
  /** Whom this server asks; undefined while that is not known. */
  asks: readonly Told[] | undefined
  /** Whom pictures of maps are owed to, where they are not drawn from what comes with the product. */
  tiles: string | undefined
}

/** What is people's own, what comes with the product, and what others are asked for. */
export function DataSources({ asks, tiles }: DataSourcesProps) {
  const asked = ASKED.filter(({ by }) => asks?.some((name) => by.includes(name)))
  return (
    <div className="flex flex-col gap-10">
      <p className="text-16">
        Shows, setlists, photos, recordings and words are of those who brought them here, and are theirs to
        take along or to delete. What follows is from others.
      </p>
      <Part title="What comes with ShareMyShows" sources={WITH_US} />
      {tiles && <Part title="Maps" sources={[{ ...TILES, name: tiles }]} />}
      {asks === undefined && <Skeleton className="h-40" />}
      {asks?.length === 0 && (
        <p className="text-14 text-soft">This server asks nobody else about artists, venues or setlists.</p>
      )}
      {asked.length > 0 && <Part title="What this server asks others for" sources={asked} />}
    </div>
  )
}

function Part({ title, sources }: { title: string; sources: readonly Source[] }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="text-20">
        {title}
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {sources.map(({ name, says, links }) => (
          <li key={name} className="wrap-anywhere py-3 text-14">
            <p className="font-medium">{name}</p>
            <p className="mt-1 text-soft">{says}</p>
            {links.length > 0 && (
              <p className="flex flex-wrap gap-x-4 text-12 text-soft">
                {links.map((link) => (
                  <Attribution key={link.url} {...link} />
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
