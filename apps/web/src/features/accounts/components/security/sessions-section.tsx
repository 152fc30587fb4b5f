import { useQuery } from '@tanstack/react-query'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { sessionsQuery } from '../../sessions-api'
import { SettingsSection } from '../settings-section'
import { RowsSkeleton } from './security-skeleton'
import { SessionList } from './session-list'

/** Every device that is signed in. */
export function SessionsSection() {
  const { data, dataUpdatedAt, error, refetch } = useQuery(sessionsQuery)
  return (
    <SettingsSection
      title="Where you are signed in"
      lead="If you do not know one of these, sign it out and change your password."
    >
      {data && <SessionList sessions={data} now={dataUpdatedAt} />}
      {!data && !error && <RowsSkeleton label="Loading your devices" rows={2} />}
      {!data && error && <ErrorState message={sayProblem(error)} onRetry={refetch} />}
    </SettingsSection>
  )
}
