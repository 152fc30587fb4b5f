import { getRouteApi } from '@tanstack/react-router'
import { TrailFilter } from '@/features/administration/components/trail-filter'
import { TrailList } from '@/features/administration/components/trail-list'

const route = getRouteApi('/member/admin/audit')

/** What happened to accounts and settings; it is only ever added to. */
export function AdminAudit() {
  const address = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <TrailFilter
        address={address}
        onChange={(search) => navigate({ search, replace: true, resetScroll: false })}
      />
      <TrailList address={address} />
    </>
  )
}
