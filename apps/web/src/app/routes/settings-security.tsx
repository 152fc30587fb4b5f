import { SettingsSection } from '@/features/accounts/components/settings-section'
import { useSession } from '@/features/accounts/session'

/** How I get in, and nobody else. */
export function SettingsSecurity() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <SettingsSection title="E-mail" lead="Where links and codes are sent.">
      <p className="wrap-anywhere">{user.email}</p>
    </SettingsSection>
  )
}
