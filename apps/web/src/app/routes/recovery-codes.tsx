import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Entrance } from '@/features/accounts/components/entrance'
import { RecoveryCodes } from '@/features/accounts/components/security/recovery-codes'
import { forgetCodes, newCodes } from '@/features/accounts/new-codes'
import { usePageTitle } from '@/lib/hooks'
import { Button } from '@/ui/button'

/** The codes just made, shown once; nobody is signed in any more. */
export function KeepCodes() {
  usePageTitle('Keep your recovery codes')
  const navigate = useNavigate()
  // They stay on the page while it is left.
  const [codes] = useState(() => newCodes() ?? [])
  // A reload would lose them, so the browser asks first.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: true })
  const leave = async () => {
    forgetCodes()
    await navigate({ to: '/login', search: { notice: 'mfa-enabled' }, replace: true })
  }
  return (
    <Entrance
      title="Keep these codes"
      lead="Each lets you in once when you cannot get a code. You see them only now, so put them where you will find them."
      ticket={{ name: 'Admit one', place: 'Ten times, for a rainy day' }}
      aside="You are signed out everywhere. Next you log in again, with both steps."
    >
      <RecoveryCodes codes={codes} />
      <Button variant="inverse" size="large" className="mt-6 w-full" onClick={() => void leave()}>
        I have kept them
      </Button>
    </Entrance>
  )
}
