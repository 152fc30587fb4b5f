import type { PublicProfile } from '@sharemyshows/contract/people'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { MessageCircle } from 'lucide-react'
import { useSession } from '@/features/accounts/session'
import { profileQuery } from '@/features/people/api'
import { FollowLists } from '@/features/people/components/follow-lists'
import { HiddenProfile } from '@/features/people/components/hidden-profile'
import { OwnNotice } from '@/features/people/components/own-notice'
import { ProfileMenu } from '@/features/people/components/profile-menu'
import { RelationButtons } from '@/features/people/components/relation-buttons'
import { TopArtists } from '@/features/people/components/top-artists'
import { useFriendNews } from '@/features/people/friends'
import { PersonNights } from '@/features/shows/components/person-nights'
import { hue } from '@/lib/hue'
import { Avatar } from '@/ui/avatar'
import { buttonStyles } from '@/ui/button'
import { ShareButton } from '@/ui/share-button'
import { StagePage } from '../shell/stage-page'
import { Thing } from '../shell/thing'

const route = getRouteApi('/open/profile/$username')

/** A person as others see her; my own page is shown through everyone's eyes. */
export function Profile() {
  const { username } = route.useParams()
  const { user } = useSession()
  useFriendNews()
  const own = user?.username.toLowerCase() === username.toLowerCase()
  const missing = {
    title: 'Nobody here',
    message: 'There is nobody of that name, or they keep to themselves.',
  }
  return (
    <Thing query={useQuery(profileQuery(username, own ? 'everyone' : 'me'))} missing={missing}>
      {(person) => <Opened key={person.id} person={person} own={own} />}
    </Thing>
  )
}

function Opened({ person, own }: { person: PublicProfile; own: boolean }) {
  const { id, username, display_name, avatar, hidden, top_artists } = person
  const name = display_name ?? username
  return (
    <StagePage
      tint={hue(name)}
      kind={<Avatar name={name} src={avatar} size={96} className="mb-4" />}
      name={name}
      lead={<About person={person} />}
      numbers={numbersOf(person)}
      actions={<Actions person={person} own={own} />}
      aside={top_artists.length > 0 && <TopArtists artists={top_artists} />}
    >
      {own && <OwnNotice hidden={hidden} />}
      {hidden ? (
        <HiddenProfile name={name} />
      ) : (
        <PersonNights userId={id} as={own ? 'everyone' : 'me'} none={noneOf(own, name)} />
      )}
    </StagePage>
  )
}

function Actions({ person, own }: { person: PublicProfile; own: boolean }) {
  const { user } = useSession()
  const navigate = useNavigate()
  const { username, display_name, hidden } = person
  const closed =
    own && hidden ? 'Others would find your profile closed. Your privacy settings open it.' : undefined
  return (
    <>
      {user !== null && person.relation && (
        <>
          <RelationButtons person={person} relation={person.relation} />
          <Link
            to="/messages/with/$userId"
            params={{ userId: person.id }}
            className={buttonStyles({ variant: 'secondary' })}
          >
            <MessageCircle aria-hidden />
            Message
          </Link>
        </>
      )}
      <ShareButton
        path={`/profile/${encodeURIComponent(username)}`}
        title={display_name ?? username}
        closed={closed}
      />
      {user !== null && !own && (
        <ProfileMenu person={person} onBlocked={() => navigate({ to: '/dashboard', replace: true })} />
      )}
    </>
  )
}

const numbersOf = ({ counts }: PublicProfile) =>
  counts === null
    ? []
    : [
        { value: counts.shows, label: counts.shows === 1 ? 'show' : 'shows' },
        { value: counts.artists, label: counts.artists === 1 ? 'artist' : 'artists' },
        { value: counts.venues, label: counts.venues === 1 ? 'venue' : 'venues' },
        { value: counts.photos, label: counts.photos === 1 ? 'photo' : 'photos' },
      ]

const noneOf = (own: boolean, name: string) =>
  own ? 'Shows that you let everyone see will be here.' : `Shows that ${name} lets you see will be here.`

function About({ person }: { person: PublicProfile }) {
  const { username, display_name, bio, home_city, created_at } = person
  const since = created_at && `here since ${created_at.slice(0, 4)}`
  const facts = [display_name && `@${username}`, home_city, since]
  return (
    <>
      <p className="text-14">{facts.filter(Boolean).join(' · ')}</p>
      {bio && <p className="mt-3 max-w-prose whitespace-pre-wrap text-ink">{bio}</p>}
      <FollowLists person={person} />
    </>
  )
}
