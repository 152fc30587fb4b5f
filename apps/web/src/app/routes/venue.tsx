import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowUpRight } from 'lucide-react'
import { instanceQuery } from '@/features/accounts/instance'
import { PlaceQuestion } from '@/features/enrichment/components/place-question'
import { ComingUp } from '@/features/shows/components/coming-up'
import { PhotoStrip } from '@/features/shows/components/photo-strip'
import { WhoseNights } from '@/features/shows/components/whose-nights'
import { venueQuery } from '@/features/venues/api'
import { ArtistsSeen } from '@/features/venues/components/artists-seen'
import { OnTheMap } from '@/features/venues/components/on-the-map'
import { mapOf, numbersOf, type VenuePage } from '@/features/venues/model'
import { hue } from '@/lib/hue'
import { sayCity } from '@/lib/places'
import { ShareButton } from '@/ui/share-button'
import { DuplicatesNotice } from '../duplicates-notice'
import { StagePage } from '../shell/stage-page'
import { Thing } from '../shell/thing'
import { useSurvivor } from '../use-survivor'

const route = getRouteApi('/open/venues/$venueId')

/** A venue: my visits, what is to come, who played there. */
export function Venue() {
  const { venueId } = route.useParams()
  const query = useQuery(venueQuery(venueId))
  useSurvivor({ asked: venueId, found: query.data?.id })
  const missing = {
    title: 'No such place',
    message: 'There is no such venue here, or nobody shares a show there with you.',
  }
  return (
    <Thing query={query} missing={missing}>
      {(venue) => <Opened key={venue.id} venue={venue} />}
    </Thing>
  )
}

function Opened({ venue }: { venue: VenuePage }) {
  const { id, name, my, counts, photos, artists } = venue
  const visits = my?.visits ?? 0
  const about = { venue_id: id }
  const { data: instance } = useQuery(instanceQuery)
  // without anybody to ask there are still the towns that come with the product
  const canSay = my !== null && (venue.point === null || instance?.asks.some((name) => KNOW_PLACES.has(name)))
  return (
    <StagePage
      tint={photos[0]?.color ?? hue(name)}
      kind="Venue"
      name={name}
      lead={<Where venue={venue} />}
      picture={photos[0]?.preview}
      numbers={numbersOf(venue)}
      actions={<ShareButton path={`/venues/${id}`} title={name} closed={closedOf(venue)} />}
      aside={
        <>
          <ArtistsSeen artists={artists} mine={visits > 0} />
          <OnTheMap venue={venue} question={canSay && <PlaceQuestion venue={venue} />} />
        </>
      }
    >
      <ComingUp filter={{ ...about, scope: 'all' }} about={about} />
      <WhoseNights about={about} mine={visits} others={counts.shows - counts.upcoming > visits} />
      <PhotoStrip photos={photos} />
      <DuplicatesNotice kind="venue" id={id} />
    </StagePage>
  )
}

/** Who knows where venues are, and lets it be kept. */
const KNOW_PLACES = new Set(['nominatim', 'musicbrainz'])

const closedOf = ({ is_public }: VenuePage) =>
  is_public ? undefined : 'Not everyone may see a show here, so a link would lead others nowhere.'

function Where({ venue }: { venue: VenuePage }) {
  const map = mapOf(venue)
  return (
    <address className="not-italic">
      {[venue.address, sayCity(venue)].filter(Boolean).join(', ')}
      {map && (
        <a
          href={map}
          target="_blank"
          rel="noreferrer"
          className="ml-3 inline-flex min-h-11 items-center gap-1 text-14 text-accent hover:underline"
        >
          Open the map
          <ArrowUpRight aria-hidden className="size-4" />
          <span className="sr-only">in a new tab</span>
        </a>
      )}
    </address>
  )
}
