import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { instanceQuery } from '@/features/accounts/instance'
import { useSession } from '@/features/accounts/session'
import { artistQuery } from '@/features/artists/api'
import { PlacesPlayed } from '@/features/artists/components/places-played'
import { SongsHeard } from '@/features/artists/components/songs-heard'
import { type ArtistPage, numbersOf } from '@/features/artists/model'
import { ArtistElsewhere } from '@/features/enrichment/components/artist-elsewhere'
import { ComingUp } from '@/features/shows/components/coming-up'
import { PhotoStrip } from '@/features/shows/components/photo-strip'
import { WhoseNights } from '@/features/shows/components/whose-nights'
import { dateIn, sayRelative } from '@/lib/dates'
import { hue } from '@/lib/hue'
import { ShareButton } from '@/ui/share-button'
import { DuplicatesNotice } from '../duplicates-notice'
import { StagePage } from '../shell/stage-page'
import { Thing } from '../shell/thing'
import { useSurvivor } from '../use-survivor'

const route = getRouteApi('/open/artists/$artistId')

/** An artist: my nights with them, what is to come, everyone's nights, songs and places. */
export function Artist() {
  const { artistId } = route.useParams()
  const query = useQuery(artistQuery(artistId))
  useSurvivor({ asked: artistId, found: query.data?.id })
  const missing = {
    title: 'Nobody on stage',
    message: 'There is no such artist here, or nobody shares a show of theirs with you.',
  }
  return (
    <Thing query={query} missing={missing}>
      {(artist) => <Opened key={artist.id} artist={artist} />}
    </Thing>
  )
}

function Opened({ artist }: { artist: ArtistPage }) {
  const { id, name, my, counts, photos, venues } = artist
  const { user } = useSession()
  const seen = my?.shows ?? 0
  const about = { artist_id: id }
  const { data: instance } = useQuery(instanceQuery)
  const canAsk = instance?.asks.includes('musicbrainz') === true
  return (
    <StagePage
      tint={photos[0]?.color ?? hue(name)}
      kind="Artist"
      name={name}
      lead={user && leadOf(artist)}
      picture={photos[0]?.preview}
      numbers={numbersOf(artist)}
      actions={<ShareButton path={`/artists/${id}`} title={name} closed={closedOf(artist)} />}
      aside={
        <>
          <SongsHeard artistId={id} scope={seen > 0 ? 'mine' : 'all'} />
          <PlacesPlayed name={name} venues={venues} mine={seen > 0} />
          <ArtistElsewhere artistId={id} name={name} canSay={my !== null && canAsk} />
        </>
      }
    >
      <ComingUp filter={{ ...about, scope: 'all' }} about={about} />
      <WhoseNights about={about} mine={seen} others={counts.shows - counts.upcoming > seen} />
      <PhotoStrip photos={photos} />
      <DuplicatesNotice kind="artist" id={id} />
    </StagePage>
  )
}

const closedOf = ({ is_public }: ArtistPage) =>
  is_public ? undefined : 'Not everyone may see a show of theirs, so a link would lead others nowhere.'

function leadOf({ my }: ArtistPage): string | undefined {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (my?.next) return `You see them ${sayRelative(my.next, dateIn(here))}.`
  return my === null ? 'Not in your diary yet.' : undefined
}
