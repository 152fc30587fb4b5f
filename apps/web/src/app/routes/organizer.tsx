import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { instanceQuery } from '@/features/accounts/instance'
import { useSession } from '@/features/accounts/session'
import { OrganizerWish } from '@/features/administration/components/organizer-wish'
import { DeskList } from '@/features/events/components/desk-list'
import { DeskWelcome } from '@/features/events/components/desk-welcome'
import { buttonStyles } from '@/ui/button'
import { Page } from '../shell/page'

/** The organiser's desk: what I look after; for everybody else, what it is and how to get one. */
export function Organizer() {
  const { user } = useSession()
  const { data: instance } = useQuery(instanceQuery)
  if (user === null) return null
  if (user.role !== 'attendee') {
    return (
      <Page title="Your events" actions={<Plan />}>
        <DeskList plan={<Plan />} />
      </Page>
    )
  }
  return (
    <Page title="Put a night on" lead="Your own events, for others to come to." narrow>
      <DeskWelcome>{instance && <OrganizerWish free={instance.organizers === 'chosen'} />}</DeskWelcome>
    </Page>
  )
}

const Plan = () => (
  <Link to="/organizer/new" className={buttonStyles({ variant: 'inverse' })}>
    <CalendarPlus aria-hidden />
    Plan a night
  </Link>
)
