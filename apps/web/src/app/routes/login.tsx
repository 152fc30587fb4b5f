import { Link, useSearch } from '@tanstack/react-router'
import { Entrance } from '@/features/accounts/components/entrance'
import { SignInForm } from '@/features/accounts/components/sign-in-form'
import { sayNotice } from '@/features/accounts/notices'
import { usePageTitle } from '@/lib/hooks'

const LINK = 'text-ink underline underline-offset-4'

/** The way back in. */
export function Login() {
  usePageTitle('Log in')
  const { next, notice } = useSearch({ from: '/stranger/login' })
  return (
    <Entrance
      title="Log in"
      lead={next ? 'To see that page, say who you are first.' : 'Your shows are where you left them.'}
      ticket={{ name: 'Welcome back', place: 'Re-admission' }}
      notice={notice && sayNotice(notice)}
      aside={
        <span className="flex flex-wrap justify-between gap-x-6 gap-y-3">
          <span>
            First time here?{' '}
            <Link to="/register" search={{ next }} className={LINK}>
              Start your diary
            </Link>
          </span>
          <Link to="/forgot-password" className={LINK}>
            Forgot your password?
          </Link>
        </span>
      }
    >
      <SignInForm />
    </Entrance>
  )
}
