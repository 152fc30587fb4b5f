import { Link, useNavigate } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import type { Kind } from '@/features/history/api'
import type { Suggestion } from '@/features/history/candidate'
import { PossibleDuplicates } from '@/features/history/components/possible-duplicates'
import { buttonStyles } from '@/ui/button'

/** What might be the same as the thing this page is about, for people who are signed in. Belongs at a page's foot. */
export function DuplicatesNotice({ kind, id }: { kind: Kind; id: string }) {
  const { user } = useSession()
  const navigate = useNavigate()
  if (user === null) return null
  const goTo = (survivorId: string) => {
    if (kind === 'show')
      return navigate({ to: '/shows/$showId', params: { showId: survivorId }, replace: true })
    if (kind === 'venue')
      return navigate({ to: '/venues/$venueId', params: { venueId: survivorId }, replace: true })
    return navigate({ to: '/artists/$artistId', params: { artistId: survivorId }, replace: true })
  }
  return (
    <PossibleDuplicates
      kind={kind}
      id={id}
      onMerged={goTo}
      {...(kind === 'show' && { linkTo: (other: Suggestion) => <OtherShow other={other} /> })}
    />
  )
}

/** One has to be in both to merge them: there one can say that one was. */
function OtherShow({ other }: { other: Suggestion }) {
  return (
    <Link
      to="/shows/$showId"
      params={{ showId: other.id }}
      className={buttonStyles({ size: 'small', variant: 'ghost' })}
    >
      Look
      <span className="sr-only"> at {other.name}</span>
    </Link>
  )
}
