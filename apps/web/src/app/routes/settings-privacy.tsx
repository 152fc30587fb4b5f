import { PrivacyDefaults } from '@/features/accounts/components/privacy-defaults'
import { SettingsSection } from '@/features/accounts/components/settings-section'
import { useSession } from '@/features/accounts/session'

/** Who sees what of me. */
export function SettingsPrivacy() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <SettingsSection
      title="Who sees what"
      lead="For what you add from now on; each show and photo can say otherwise. Your notes and ratings are always yours alone."
    >
      <PrivacyDefaults user={user} />
    </SettingsSection>
  )
}
