import type { MfaMethod } from '@sharemyshows/contract/mfa-required'
import { Link, useSearch } from '@tanstack/react-router'
import { Entrance } from '@/features/accounts/components/entrance'
import { MailboxHint } from '@/features/accounts/components/mailbox-hint'
import { OtherMethods } from '@/features/accounts/components/other-methods'
import { ResendButton } from '@/features/accounts/components/resend-button'
import { SecondStepForm } from '@/features/accounts/components/second-step-form'
import { StartAgain } from '@/features/accounts/components/start-again'
import { useSecondStep } from '@/features/accounts/use-second-step'
import { usePageTitle } from '@/lib/hooks'

const TICKET = { name: 'One more step', place: 'Second check at the door' }

const WORDS: Record<MfaMethod, { title: string; lead: string }> = {
  email: {
    title: 'Check your mail',
    lead: 'The newest mail from us has six digits. They work once, for 10 minutes.',
  },
  totp: {
    title: 'Open your app',
    lead: 'Your authenticator app shows six digits for this place. They change every half minute.',
  },
  recovery: {
    title: 'Use a recovery code',
    lead: 'You were given ten of them when you switched two-step sign-in on.',
  },
}

/** The second step of signing in, and of registering with it. */
export function VerifyMfa() {
  usePageTitle('Second step')
  const { next } = useSearch({ from: '/stranger/verify-mfa' })
  const { step, method, choose, resend, runOut } = useSecondStep()
  if (step === undefined) {
    return (
      <StartAgain
        title="Start again"
        lead="This sign-in has run out, or it began in another window. Your password begins a new one."
        ticket={TICKET}
        to="/login"
        label="Log in"
      />
    )
  }
  return (
    <Entrance
      {...WORDS[method]}
      ticket={TICKET}
      aside={
        <>
          Nothing works?{' '}
          <Link to="/login" search={{ next }} className="text-ink underline underline-offset-4">
            Start again with your password
          </Link>
        </>
      }
    >
      <SecondStepForm key={method} step={step} method={method} onRunOut={runOut} />
      <div className="mt-3 flex flex-col items-start">
        {method === 'email' && (
          <ResendButton
            key={step.resendAt}
            label="Send another code"
            wait={(step.resendAt - Date.now()) / 1000}
            done="Another code is on its way. Older ones no longer work."
            send={resend}
          />
        )}
        <OtherMethods methods={step.methods} chosen={method} onChoose={(way) => void choose(way)} />
      </div>
      {method === 'email' && <MailboxHint />}
    </Entrance>
  )
}
