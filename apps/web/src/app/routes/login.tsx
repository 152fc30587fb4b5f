import { Link, useSearch } from '@tanstack/react-router'
import { Entrance } from '@/features/accounts/components/entrance'
import { SignInForm } from '@/features/accounts/components/sign-in-form'
import { sayNotice } from '@/features/accounts/notices'
import { usePageTitle } from '@/lib/hooks'

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
        <>
          First time here?{' '}
          <Link to="/register" search={{ next }} className="text-ink underline underline-offset-4">
            Start your diary
          </Link>
        </>
      }
    >
      <SignInForm />
    </Entrance>
  )
}
