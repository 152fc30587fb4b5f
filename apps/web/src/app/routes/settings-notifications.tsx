import { Link } from '@tanstack/react-router'
import { SettingsSection } from '@/features/accounts/components/settings-section'
import { useSession } from '@/features/accounts/session'
import { NotificationSettings } from '@/features/notifications/components/notification-settings'

/** Where I want to hear of what. */
export function SettingsNotifications() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <SettingsSection
      title="What you are told"
      lead={
        user.email_verified ? (
          'In the app it waits under Notifications. Mails of messages come only when you have not read them after ten minutes.'
        ) : (
          <>
            Mails go to confirmed addresses only, and yours is not yet.{' '}
            <Link to="/settings/security" className="underline hover:text-ink">
              Confirm it under Security.
            </Link>
          </>
        )
      }
    >
      <NotificationSettings />
    </SettingsSection>
  )
}
