import { EmailSection } from '@/features/accounts/components/security/email-section'
import { PasswordSection } from '@/features/accounts/components/security/password-section'
import { SessionsSection } from '@/features/accounts/components/security/sessions-section'
import { TwoStepSection } from '@/features/accounts/components/security/two-step-section'
import { useSession } from '@/features/accounts/session'

/** How I get in, and nobody else. */
export function SettingsSecurity() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <>
      <EmailSection user={user} />
      <PasswordSection />
      <TwoStepSection />
      <SessionsSection />
    </>
  )
}
