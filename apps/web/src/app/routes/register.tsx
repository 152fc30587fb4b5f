import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Entrance } from '@/features/accounts/components/entrance'
import { RegisterForm } from '@/features/accounts/components/register-form'
import { StartAgain } from '@/features/accounts/components/start-again'
import { instanceQuery } from '@/features/accounts/instance'
import { usePageTitle } from '@/lib/hooks'

/** The way in: the ticket prints the name while it is typed. */
export function Register() {
  usePageTitle('Start your diary')
  const { next } = useSearch({ from: '/stranger/register' })
  // Where it cannot be learnt, the server says what it wants.
  const { data: instance } = useQuery(instanceQuery)
  const [name, setName] = useState('')
  const founded = instance?.founded ?? true
  if (founded && instance?.registration === 'closed') return <Closed />
  return (
    <Entrance
      title="Start your diary"
      lead={
        founded
          ? 'Every show you saw and every one to come, in one place of your own.'
          : 'You are the first one here, so this account will look after the place.'
      }
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
      <RegisterForm
        onName={setName}
        byInvitation={founded && instance?.registration === 'invitation'}
        onRequest={founded && instance?.organizers === 'on_request'}
      />
    </Entrance>
  )
}

function Closed() {
  return (
    <StartAgain
      title="Doors are closed"
      lead="No new accounts are made here at the moment. Whoever runs this place can open it again."
      ticket={{ name: 'Sold out', place: 'Not tonight' }}
      to="/login"
      label="Log in"
    />
  )
}
