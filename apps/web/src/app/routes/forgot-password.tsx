import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Entrance } from '@/features/accounts/components/entrance'
import { ForgotPasswordForm } from '@/features/accounts/components/forgot-password-form'
import { MailboxHint } from '@/features/accounts/components/mailbox-hint'
import { usePageTitle } from '@/lib/hooks'
import { Button } from '@/ui/button'

const LINK = 'text-ink underline underline-offset-4'

/** The way to a new password. */
export function ForgotPassword() {
  usePageTitle('Forgot your password')
  const [sentTo, setSentTo] = useState<string>()
  if (sentTo !== undefined) return <LinkSent to={sentTo} onAgain={() => setSentTo(undefined)} />
  return (
    <Entrance
      title="Forgot your password?"
      lead="Say which address is yours, and we send a link that sets a new one."
      ticket={{ name: 'Lost your ticket?', place: 'It happens' }}
      aside={
        <>
          It came back to you?{' '}
          <Link to="/login" className={LINK}>
            Log in
          </Link>
        </>
      }
    >
      <ForgotPasswordForm onSent={setSentTo} />
    </Entrance>
  )
}

/** Says the same whether or not there is such an account, so that nobody can ask who is here. */
function LinkSent({ to, onAgain }: { to: string; onAgain: () => void }) {
  return (
    <Entrance
      title="Check your mail"
      lead="The link works once, for half an hour."
      ticket={{ name: 'On its way', place: 'By mail' }}
      aside={
        <>
          Remembered it after all?{' '}
          <Link to="/login" className={LINK}>
            Log in
          </Link>
        </>
      }
    >
      <p role="status" className="wrap-anywhere text-16">
        If somebody uses <strong>{to}</strong> here, a link to a new password is on its way to it. Look among
        the junk, too.
      </p>
      <MailboxHint />
      <Button variant="secondary" size="large" className="mt-6 w-full" onClick={onAgain}>
        Try another address
      </Button>
    </Entrance>
  )
}
