import { SettingsSection } from '@/features/accounts/components/settings-section'
import { useSession } from '@/features/accounts/session'
import { sayDate } from '@/lib/dates'

/** What this server keeps of me. */
export function SettingsData() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <SettingsSection title="Your account" lead="What this server keeps of you.">
      <p className="text-14">Here since {sayDate(user.created_at.slice(0, 10))}.</p>
    </SettingsSection>
  )
}
