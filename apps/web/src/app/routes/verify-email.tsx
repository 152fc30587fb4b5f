import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Entrance } from '@/features/accounts/components/entrance'
import { StartAgain } from '@/features/accounts/components/start-again'
import { VerifyEmailForm } from '@/features/accounts/components/verify-email-form'
import { forget, kept } from '@/features/accounts/kept'
import { GONE, type GoneCode } from '@/features/accounts/link-problems'
import { useSession } from '@/features/accounts/session'
import { usePageTitle } from '@/lib/hooks'
import { buttonStyles } from '@/ui/button'

const TICKET = { name: 'On the list', place: 'Your name at the door' }
const NO_LINK = { title: 'No link here', lead: 'Open this page by the button in the mail that we sent you.' }

/** Where the link of a mail confirms an address, once the person says so: mail scanners open links, too. */
export function VerifyEmail() {
  usePageTitle('Confirm your address')
  const { user } = useSession()
  const [token, setToken] = useState(() => kept('verify-token'))
  const [gone, setGone] = useState<GoneCode>()
  const [confirmed, setConfirmed] = useState<string>()
  if (confirmed !== undefined) return <Confirmed email={confirmed} signedIn={user !== null} />
  if (token === undefined) return <NoLink because={gone} signedIn={user !== null} />
  const end = (because: GoneCode) => {
    forget('verify-token')
    setGone(because)
    setToken(undefined)
  }
  return (
    <Entrance
      title="Confirm your address"
      lead="One press, and we know that mail to this address reaches you."
      ticket={TICKET}
    >
      <VerifyEmailForm token={token} onConfirmed={setConfirmed} onGone={end} />
    </Entrance>
  )
}

function NoLink({ because, signedIn }: { because: GoneCode | undefined; signedIn: boolean }) {
  if (because === 'link_used') {
    return (
      <StartAgain
        title={GONE.link_used.title}
        lead="It has done its work: the address is confirmed."
        ticket={TICKET}
        to="/login"
        label={signedIn ? 'To your diary' : 'Log in'}
      />
    )
  }
  return (
    <StartAgain
      {...(because ? GONE[because] : NO_LINK)}
      ticket={TICKET}
      to="/settings/security"
      label={signedIn ? 'Send another link' : 'Log in to get another link'}
    />
  )
}

function Confirmed({ email, signedIn }: { email: string; signedIn: boolean }) {
  return (
    <Entrance
      title="Address confirmed"
      lead="If you forget your password one day, that is where help comes."
      ticket={TICKET}
    >
      <p role="status" className="wrap-anywhere text-16">
        Mail goes to <strong>{email}</strong> from now on.
      </p>
      <Link
        to={signedIn ? '/dashboard' : '/login'}
        className={buttonStyles({ variant: 'inverse', size: 'large', className: 'mt-6 w-full' })}
      >
        {signedIn ? 'To your diary' : 'Log in'}
      </Link>
    </Entrance>
  )
}
