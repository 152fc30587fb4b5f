import { getRouteApi } from '@tanstack/react-router'
import { useSession } from '@/features/accounts/session'
import { CaseList } from '@/features/moderation/components/case-list'
import { Segmented } from '@/ui/segmented'
import { NotFound } from '../shell/not-found'
import { Page } from '../shell/page'

const route = getRouteApi('/member/moderation')

const STATES = [
  { value: 'open', label: 'Open' },
  { value: 'decided', label: 'Decided' },
] as const

/** What was reported, for those who look after the house; to everybody else there is no such page. */
export function Moderation() {
  const { user } = useSession()
  const { state = 'open' } = route.useSearch()
  const navigate = route.useNavigate()
  if (user?.role !== 'moderator' && user?.role !== 'admin') return <NotFound />
  return (
    <Page title="Reports" part={state === 'decided' ? 'Decided' : undefined} narrow>
      <Segmented
        label="Which reports"
        options={STATES}
        value={state}
        onChange={(next) =>
          navigate({ search: next === 'decided' ? { state: next } : {}, replace: true, resetScroll: false })
        }
        className="mb-6"
      />
      <CaseList state={state} />
    </Page>
  )
}
