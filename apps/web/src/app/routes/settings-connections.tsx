import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Rows } from '@/features/accounts/components/security/rows'
import { SettingsSection } from '@/features/accounts/components/settings-section'
import { useSession } from '@/features/accounts/session'
import { connectionsQuery } from '@/features/connections/api'
import { Spotify } from '@/features/connections/components/spotify'
import { noticeOf } from '@/features/connections/model'
import { toast } from '@/ui/toast'

const route = getRouteApi('/member/settings/connections')

/** My accounts elsewhere. */
export function SettingsConnections() {
  const { user } = useSession()
  const { connection: way } = route.useSearch()
  const navigate = route.useNavigate()
  const connections = useQuery(connectionsQuery)
  useEffect(() => {
    if (way === undefined) return
    const { kind, text } = noticeOf(way)
    toast[kind](text)
    // said once: a reload or the way back would say it again
    void navigate({ search: {}, replace: true, resetScroll: false })
  }, [way, navigate])
  return (
    <SettingsSection
      title="Spotify"
      lead="MoodDJ plays your own recordings. Songs you saved at Spotify can stand beside them."
    >
      <Rows query={connections} loading="Loading your connections">
        {(all) => {
          const spotify = all.find(({ provider }) => provider === 'spotify')
          return spotify && <Spotify connection={spotify} admin={user?.role === 'admin'} />
        }}
      </Rows>
    </SettingsSection>
  )
}
