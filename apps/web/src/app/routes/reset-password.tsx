import { useState } from 'react'
import { Entrance } from '@/features/accounts/components/entrance'
import { ResetPasswordForm } from '@/features/accounts/components/reset-password-form'
import { StartAgain } from '@/features/accounts/components/start-again'
import { forget, kept } from '@/features/accounts/kept'
import { GONE, type GoneCode } from '@/features/accounts/link-problems'
import { usePageTitle } from '@/lib/hooks'

const TICKET = { name: 'A new ticket', place: 'Admit one, again' }
const NO_LINK = {
  title: 'Ask for a link',
  lead: 'A new password begins with a link that we send to your address.',
}

/** Where the link of a mail sets a new password. */
export function ResetPassword() {
  usePageTitle('New password')
  const [token, setToken] = useState(() => kept('reset-token'))
  const [gone, setGone] = useState<GoneCode>()
  if (token === undefined) {
    return (
      <StartAgain
        {...(gone ? GONE[gone] : NO_LINK)}
        ticket={TICKET}
        to="/forgot-password"
        label="Send me a new link"
      />
    )
  }
  const end = (because: GoneCode) => {
    forget('reset-token')
    setGone(because)
    setToken(undefined)
  }
  return (
    <Entrance
      title="A new password"
      lead="All devices are signed out then, and you log in afresh. Two-step sign-in stays as it is."
      ticket={TICKET}
    >
      <ResetPasswordForm token={token} onGone={end} />
    </Entrance>
  )
}
