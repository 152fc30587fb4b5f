import type { SeenArtist } from '@sharemyshows/contract/dashboard'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { hue } from '@/lib/hue'
import { sizesOfCover } from '@/lib/picture'
import { initials } from '@/ui/avatar'
import { Skeleton } from '@/ui/skeleton'
import { tintStyle } from '@/ui/tint'
import { artistsQuery } from '../api'
import { sayCount } from '../model'
import { Answer, Section } from './section'

const LAYOUT = 'grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-5'
// On phones the first is a row by itself, and the last ones are left out.
const PLACE = 'aspect-4/5 first:max-sm:col-span-2 first:max-sm:aspect-4/3 max-sm:nth-[n+8]:hidden'

/** The artists I have seen most, each in a photo of mine or in the light of its name. */
export function Portraits() {
  const artists = useQuery(artistsQuery)
  return (
    <Section title="Seen most">
      <Answer
        query={artists}
        waiting={
          <div className={LAYOUT}>
            {[1, 2, 3, 4, 5].map((place) => (
              <Skeleton key={place} className={`${PLACE} rounded-card`} />
            ))}
          </div>
        }
      >
        {(found) => (
          <ol className={LAYOUT}>
            {found.map((artist) => (
              <li key={artist.id} className={PLACE}>
                <Portrait artist={artist} />
              </li>
            ))}
          </ol>
        )}
      </Answer>
    </Section>
  )
}

function Portrait({ artist }: { artist: SeenArtist }) {
  const { name, portrait, show_count } = artist
  return (
    <Link
      to="/artists/$artistId"
      params={{ artistId: artist.id }}
      className="tinted group relative flex size-full flex-col justify-end overflow-hidden rounded-card bg-(--tint-deep)"
      style={tintStyle(portrait?.color ?? hue(name))}
    >
      {portrait ? (
        <img
          src={portrait.thumbnail}
          srcSet={sizesOfCover(portrait)}
          sizes="(min-width: 64rem) 15rem, 50vw"
          alt=""
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full object-cover"
        />
      ) : (
        <span
          aria-hidden
          className="absolute inset-0 flex items-center justify-center bg-radial-[120%_90%_at_50%_-10%] from-tint to-transparent pb-8 font-bold font-display text-64 text-ink/85"
        >
          {initials(name)}
        </span>
      )}
      <span className="relative bg-linear-to-t from-page via-page/85 to-transparent px-3 pt-12 pb-3">
        <span className="wrap-anywhere line-clamp-3 font-bold font-display text-16 leading-tight group-hover:underline">
          {name}
        </span>
        <span className="mt-0.5 block text-12 text-soft">{sayCount(show_count, 'show')}</span>
      </span>
    </Link>
  )
}
