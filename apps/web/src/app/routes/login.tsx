import { Link, useSearch } from '@tanstack/react-router'
import { Entrance } from '@/features/accounts/components/entrance'
import { SignInForm } from '@/features/accounts/components/sign-in-form'
import { usePageTitle } from '@/lib/hooks'

/** The way back in. */
export function Login() {
  usePageTitle('Log in')
  const { next } = useSearch({ from: '/stranger/login' })
  return (
    <Entrance
      title="Log in"
      lead={next ? 'To see that page, say who you are first.' : 'Your shows are where you left them.'}
      ticket={{ name: 'Welcome back', place: 'Re-admission' }}
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
