import type { Person } from '@sharemyshows/contract/accounts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRested } from '@/lib/hooks'
import { smallPicture } from '@/lib/picture'
import { sayProblem } from '@/lib/problem'
import { Avatar } from '@/ui/avatar'
import { Combobox } from '@/ui/combobox'
import { toast } from '@/ui/toast'
import { helpersQuery } from '../desk'
import { useChangeStaff } from '../desk-changes'

type StaffSearchProps = {
  id: string
  /** Who looks after it already. */
  staff: readonly string[]
}

const REST_MS = 200

/** Finds somebody by name and has her help: an editor does all but handing over and deleting. */
export function StaffSearch({ id, staff }: StaffSearchProps) {
  const [text, setText] = useState('')
  const q = useRested(text.trim(), REST_MS)
  const { data, isFetching } = useQuery(helpersQuery(q))
  const change = useChangeStaff(id)
  const add = async (person: Person) => {
    const name = person.display_name ?? person.username
    setText('')
    try {
      await change.mutateAsync({ user_id: person.id, role: 'editor' })
      toast.done(`${name} looks after it, too`)
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  const found = text.trim().length < 2 ? [] : (data?.items ?? [])
  return (
    <Combobox
      label="Ask somebody to help"
      hint="An editor changes it and sees this desk. Only the owner hands it over or deletes it."
      placeholder="A name"
      value={text}
      onChange={setText}
      onPick={(person) => void add(person)}
      options={found.filter((person) => !staff.includes(person.id))}
      keyOf={(person) => person.id}
      renderOption={(person) => <Face person={person} />}
      emptyText={q.length < 2 ? undefined : 'Nobody is called that.'}
      loading={isFetching || change.isPending}
      className="mt-4"
    />
  )
}

function Face({ person }: { person: Person }) {
  const name = person.display_name ?? person.username
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar name={name} src={smallPicture(person)} size={32} />
      <span className="truncate font-medium">{name}</span>
      <span className="truncate text-12 text-soft">@{person.username}</span>
    </span>
  )
}
