import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Entrance } from '@/features/accounts/components/entrance'
import { RegisterForm } from '@/features/accounts/components/register-form'
import { usePageTitle } from '@/lib/hooks'

/** The way in: the ticket prints the name while it is typed. */
export function Register() {
  usePageTitle('Start your diary')
  const { next } = useSearch({ from: '/stranger/register' })
  const [name, setName] = useState('')
  return (
    <Entrance
      title="Start your diary"
      lead="Every show you saw and every one to come, in one place of your own."
      ticket={{ name: name.trim() || 'Your name', place: 'Admit one' }}
      aside={
        <>
          Been here before?{' '}
          <Link to="/login" search={{ next }} className="text-ink underline underline-offset-4">
            Log in
          </Link>
        </>
      }
    >
      <RegisterForm onName={setName} />
    </Entrance>
  )
}
