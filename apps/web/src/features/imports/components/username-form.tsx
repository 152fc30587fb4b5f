import { type FormEvent, useState } from 'react'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'

/** Who I am at setlist.fm. */
export function UsernameForm({ onName }: { onName: (username: string) => void }) {
  const [username, setUsername] = useState('')
  const name = username.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name !== '') onName(name)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label="Your name at setlist.fm"
        hint="As in the address of your profile there. Nothing but your public list of concerts is read."
        value={username}
        maxLength={80}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setUsername(event.target.value)}
      />
      <Button type="submit" variant="inverse" className="max-sm:w-full sm:self-start" disabled={name === ''}>
        Read my concerts
      </Button>
    </form>
  )
}
