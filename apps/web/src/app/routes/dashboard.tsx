import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '@/features/accounts/session'
import { countQuery, onThisDayQuery } from '@/features/dashboard/api'
import { ShowsByYear, ThisYear } from '@/features/dashboard/components/charts'
import { LastNights } from '@/features/dashboard/components/last-nights'
import { MyWords } from '@/features/dashboard/components/my-words'
import { Numbers } from '@/features/dashboard/components/numbers'
import { OnThisDay } from '@/features/dashboard/components/on-this-day'
import { PhotoStrip } from '@/features/dashboard/components/photo-strip'
import { Portraits } from '@/features/dashboard/components/portraits'
import { QuickActions } from '@/features/dashboard/components/quick-actions'
import { Section } from '@/features/dashboard/components/section'
import { TopVenues } from '@/features/dashboard/components/top-venues'
import { VisitedMap } from '@/features/dashboard/components/visited-map'
import { YearStrip } from '@/features/dashboard/components/year-strip'
import { NearYou } from '@/features/events/components/near-you'
import { FriendsActivity } from '@/features/feed/components/friends-activity'
import { showsQuery } from '@/features/shows/api'
import { ComingUp } from '@/features/shows/components/coming-up'
import { FirstRun } from '@/features/shows/components/first-run'
import { ListSkeleton } from '@/features/shows/components/list-skeleton'
import { dateIn } from '@/lib/dates'
import { usePageTitle } from '@/lib/hooks'
import { hue } from '@/lib/hue'
import { buttonStyles } from '@/ui/button'
import { StageLight } from '@/ui/stage-light'

const MINE = { scope: 'mine' } as const

/** Home of those who are signed in: what their diary adds up to, and what is next. */
export function Dashboard() {
  usePageTitle('Home')
  const { user } = useSession()
  const { data: count } = useQuery(countQuery)
  const today = dateIn(user?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  if (user && count?.total === 0) {
    return <FirstRun name={user.display_name ?? user.username} today={today} />
  }
  return (
    <StageLight tint={hue(user?.username ?? '')} from="20%">
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-12 px-4 py-8 sm:px-8 sm:py-12 xl:max-w-7xl">
        <Numbers actions={<QuickActions />} />
        <Rest today={today} />
      </div>
    </StageLight>
  )
}

const friendsSection = (rows: ReactNode) => (
  <Section
    title="Friends"
    action={
      <Link to="/feed" className={buttonStyles({ variant: 'ghost', size: 'small' })}>
        Feed
      </Link>
    }
  >
    {rows}
  </Section>
)

/** What stands below the numbers. Two parts may be absent: until that is known nothing below them can have a place. */
function Rest({ today }: { today: string }) {
  const onThisDay = useQuery(onThisDayQuery(today))
  const coming = useInfiniteQuery(showsQuery('upcoming', MINE))
  if (onThisDay.isPending || coming.isPending) {
    return (
      <div role="status">
        <span className="sr-only">Opening your diary</span>
        <ListSkeleton view="timeline" count={4} />
      </div>
    )
  }
  return (
    <>
      <OnThisDay today={today} />
      <ComingUp filter={MINE} />
      <NearYou today={today} />
      <FriendsActivity frame={friendsSection} />
      <YearStrip today={today} />
      <Portraits />
      <div className="grid gap-12 lg:grid-cols-2">
        <ShowsByYear />
        <ThisYear today={today} />
      </div>
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <VisitedMap />
        <TopVenues />
      </div>
      <LastNights />
      <PhotoStrip />
      <MyWords />
    </>
  )
}
