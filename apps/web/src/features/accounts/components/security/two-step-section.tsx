import { useQuery } from '@tanstack/react-query'
import { mfaQuery } from '../../mfa-api'
import { SettingsSection } from '../settings-section'
import { Rows } from './rows'
import { TwoStep } from './two-step'

/** The second step of signing in: whether it is on, and by what. */
export function TwoStepSection() {
  return (
    <SettingsSection
      title="Two-step sign-in"
      lead="A code beside your password (MFA), so that a stolen password is not enough."
    >
      <Rows query={useQuery(mfaQuery)} loading="Loading your second steps">
        {(state) => <TwoStep state={state} />}
      </Rows>
    </SettingsSection>
  )
}
