import { getRouteApi } from '@tanstack/react-router'
import { RequestsList } from '@/features/administration/components/requests-list'
import { Segmented } from '@/ui/segmented'

const route = getRouteApi('/member/admin/requests')

const STATES = [
  { value: 'pending', label: 'Waiting' },
  { value: 'decided', label: 'Decided' },
] as const

/** Who asks to be an organiser. */
export function AdminRequests() {
  const { state = 'pending' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <Segmented
        label="Which requests"
        options={STATES}
        value={state}
        onChange={(next) =>
          navigate({ search: next === 'decided' ? { state: next } : {}, replace: true, resetScroll: false })
        }
        className="mb-4"
      />
      <RequestsList state={state} />
    </>
  )
}
