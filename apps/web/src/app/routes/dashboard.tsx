import { useSession } from '@/features/accounts/session'
import { LastNights } from '@/features/dashboard/components/last-nights'
import { Numbers } from '@/features/dashboard/components/numbers'
import { OnThisDay } from '@/features/dashboard/components/on-this-day'
import { VisitedMap } from '@/features/dashboard/components/visited-map'
import { dateIn } from '@/lib/dates'
import { usePageTitle } from '@/lib/hooks'

/** Home of those who are signed in: what their diary adds up to, and what is next. */
export function Dashboard() {
  usePageTitle('Home')
  const { user } = useSession()
  const today = dateIn(user?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-12 px-4 py-8 sm:px-8 sm:py-12 xl:max-w-7xl">
      <div>
        <Numbers />
      </div>
      <OnThisDay today={today} />
      <VisitedMap />
      <LastNights />
    </div>
  )
}
