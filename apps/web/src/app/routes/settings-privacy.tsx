import {
  FoundByEmail,
  PrivacyDefaults,
  ProfileAudience,
} from '@/features/accounts/components/privacy-defaults'
import { SettingsSection } from '@/features/accounts/components/settings-section'
import { useSession } from '@/features/accounts/session'
import { BlockedList } from '@/features/people/components/blocked-list'

/** Who sees what of me, and who nothing at all. */
export function SettingsPrivacy() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <>
      <SettingsSection
        title="Your profile"
        lead="Your page: what you say of yourself, your nights and your numbers. Where you take part, your name and picture stand all the same, for those whom the show lets see you."
      >
        <div className="flex flex-col gap-6">
          <ProfileAudience user={user} />
          <FoundByEmail user={user} />
        </div>
      </SettingsSection>
      <SettingsSection
        title="Who sees what"
        lead="For what you add from now on; each show and photo can say otherwise. Your notes and ratings are always yours alone."
      >
        <PrivacyDefaults user={user} />
      </SettingsSection>
      <SettingsSection
        title="People you blocked"
        lead="You see nothing of them and they see nothing of you. They are not told."
      >
        <BlockedList />
      </SettingsSection>
    </>
  )
}
