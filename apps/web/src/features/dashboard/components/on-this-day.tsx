import { useQuery } from '@tanstack/react-query'
import { onThisDayQuery } from '../api'
import { sayYearsAgo } from '../model'
import { NightStub } from './night-stub'
import { Section } from './section'

/** What happened on this day of earlier years; nothing at all when nothing did. */
export function OnThisDay({ today }: { today: string }) {
  const { data: shows = [] } = useQuery(onThisDayQuery(today))
  const [latest] = shows
  if (latest === undefined) return null
  const alone = shows.length === 1
  return (
    <Section title={alone ? sayYearsAgo(latest, today) : 'On this night'}>
      <ul className="grid gap-3 lg:grid-cols-2">
        {shows.map((show) => (
          <li key={show.id} className="min-w-0">
            <NightStub show={show} footer={!alone && sayYearsAgo(show, today)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
