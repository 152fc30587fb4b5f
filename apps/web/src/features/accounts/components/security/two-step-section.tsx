import { useQuery } from '@tanstack/react-query'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { mfaQuery } from '../../mfa-api'
import { SettingsSection } from '../settings-section'
import { RowsSkeleton } from './security-skeleton'
import { TwoStep } from './two-step'

/** The second step of signing in: whether it is on, and by what. */
export function TwoStepSection() {
  const { data, error, refetch } = useQuery(mfaQuery)
  return (
    <SettingsSection
      title="Two-step sign-in"
      lead="A code beside your password (MFA), so that a stolen password is not enough."
    >
      {data && <TwoStep state={data} />}
      {!data && !error && <RowsSkeleton label="Loading your second steps" rows={2} />}
      {!data && error && <ErrorState message={sayProblem(error)} onRetry={refetch} />}
    </SettingsSection>
  )
}
