import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { SearchBox } from '@/ui/search-box'
import { Skeleton } from '@/ui/skeleton'
import { peopleSearchQuery, suggestionsQuery } from '../friends'
import { PersonRow, sayShared } from './person-row'
import { RelationButtons } from './relation-buttons'

/** Looks people up; until something is typed, those I was at shows with. */
export function FindPeople() {
  const [q, setQ] = useState('')
  return (
    <section aria-label="Find people">
      <SearchBox label="Find people" placeholder="A name, or a whole e-mail address" q={q} onChange={setQ} />
      <div className="mt-2">{q.length < 2 ? <Suggestions /> : <Found q={q} />}</div>
    </section>
  )
}

function Found({ q }: { q: string }) {
  const { data, error, refetch } = useQuery(peopleSearchQuery(q))
  if (error && !data) return <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="my-3 h-14" />
  return (
    <>
      <p role="status" className="sr-only">
        {data.items.length === 1 ? '1 person found' : `${data.items.length} people found`}
      </p>
      {data.items.length === 0 && (
        <p className="py-4 text-14 text-soft">Nobody is called that, or they keep to themselves.</p>
      )}
      <People people={data.items} label="People found" />
    </>
  )
}

function Suggestions() {
  const { data } = useQuery(suggestionsQuery)
  if (!data || data.items.length === 0) return null
  return (
    <>
      <h3 className="pt-4 text-16">You were at shows together</h3>
      <People people={data.items} label="You were at shows together" />
    </>
  )
}

type PeopleProps = {
  people: readonly (Parameters<typeof PersonRow>[0]['person'] &
    Pick<Parameters<typeof RelationButtons>[0], 'relation'> & { shared_shows: number })[]
  label: string
}

function People({ people, label }: PeopleProps) {
  return (
    <ul aria-label={label}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} detail={sayShared(person.shared_shows)}>
          <RelationButtons person={person} relation={person.relation} compact />
        </PersonRow>
      ))}
    </ul>
  )
}
