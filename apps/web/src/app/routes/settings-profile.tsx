import type { Role } from '@sharemyshows/contract/accounts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Appearance } from '@/features/accounts/components/appearance'
import { ProfileForm } from '@/features/accounts/components/profile-form'
import { SettingsSection } from '@/features/accounts/components/settings-section'
import { SignOutButton } from '@/features/accounts/components/sign-out-button'
import { instanceQuery } from '@/features/accounts/instance'
import { useSession } from '@/features/accounts/session'
import { OrganizerWish } from '@/features/administration/components/organizer-wish'
import { PictureField } from '@/features/people/components/picture-field'
import { buttonStyles } from '@/ui/button'

/** Who I am for others, and how it looks here. */
export function SettingsProfile() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <>
      <PictureField user={user}>
        <p className="min-w-0">
          <span className="wrap-anywhere block font-display font-semibold text-20">
            {user.display_name ?? user.username}
          </span>
          <span className="wrap-anywhere block text-14 text-soft">
            {user.display_name && `${user.username} · `}
            {user.email}
          </span>
          <Link
            to="/profile/$username"
            params={{ username: user.username }}
            className="inline-flex min-h-11 items-center text-14 text-accent hover:underline"
          >
            See your profile as others do
          </Link>
        </p>
      </PictureField>
      <SettingsSection title="Profile" lead="What others see of you, beside the shows you share.">
        {/* A new person is a new form. */}
        <ProfileForm key={user.id} user={user} />
      </SettingsSection>
      <SettingsSection title="Appearance" lead="On this device.">
        <Appearance />
      </SettingsSection>
      <OrganizerSection role={user.role} />
      {user.role === 'admin' && (
        <SettingsSection title="Administration" lead="You look after this server.">
          <Link to="/admin" className={buttonStyles()}>
            Open the administration
          </Link>
        </SettingsSection>
      )}
      <SettingsSection title="Sign out" lead="Your diary stays here and waits for you.">
        <SignOutButton />
      </SettingsSection>
    </>
  )
}

/** Whoever comes to see shows can ask to run them, too. */
function OrganizerSection({ role }: { role: Role }) {
  const { data: instance } = useQuery(instanceQuery)
  if (role !== 'attendee' || instance === undefined) return null
  const free = instance.organizers === 'chosen'
  return (
    <SettingsSection
      title="Do you put shows on?"
      lead="Then be here as an organiser. Your diary stays as it is."
    >
      <OrganizerWish free={free} />
    </SettingsSection>
  )
}
