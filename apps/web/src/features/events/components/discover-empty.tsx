import { Compass } from 'lucide-react'
import { dateParts } from '@/lib/dates'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { type DiscoverAddress, isNarrowed, RADII, radiusOf } from '../address'
import { sayDays } from './discover-when'

type DiscoverEmptyProps = { address: DiscoverAddress; onChange: (address: DiscoverAddress) => void }

const NAMED = { tonight: 'tonight', weekend: 'this weekend', week: 'in the next 7 days' }

/** Says what was not found, with each step that widens it. */
export function DiscoverEmpty({ address, onChange }: DiscoverEmptyProps) {
  const wider = RADII.find((km) => km > radiusOf(address))
  const anyDay = { ...address, when: undefined, from: undefined, to: undefined }
  const steps: [label: string, address: DiscoverAddress][] = []
  if (address.near && !address.box && wider) steps.push([`Within ${wider} km`, { ...address, radius: wider }])
  if (address.when || address.from || address.to) steps.push(['Any day', anyDay])
  if (address.category) steps.push(['Every kind', { ...address, category: undefined }])
  if (address.q) steps.push(['Without these words', { ...address, q: undefined }])
  if (address.near || address.box)
    steps.push(['Everywhere', { ...address, near: undefined, place: undefined, box: undefined }])
  return (
    <EmptyState
      icon={<Compass />}
      title={sayNothing(address)}
      action={
        steps.length > 0 && (
          <div className="flex flex-wrap justify-center gap-2">
            {steps.map(([label, next]) => (
              <Button key={label} onClick={() => onChange(next)}>
                {label}
              </Button>
            ))}
          </div>
        )
      }
    >
      {isNarrowed(address) || address.near || address.box
        ? 'Look a little wider.'
        : 'Events that people put on with this server, and that you may see, will be here.'}
    </EmptyState>
  )
}

/** "Nothing within 25 km of Utrecht before 7 Dec". */
function sayNothing(address: DiscoverAddress): string {
  const { near, place, box, when, from, to, category, q } = address
  const words = [
    'Nothing',
    q && `called “${q}”`,
    category && `under “${category}”`,
    box ? 'in this part of the map' : near && `within ${radiusOf(address)} km of ${place ?? 'there'}`,
    when && NAMED[when],
    from && (from === to ? `on ${sayDay(from)}` : sayDays({ from, ...(to && { to }) })),
    !from && to && `until ${sayDay(to)}`,
  ]
  const said = words.filter(Boolean).join(' ')
  return said === 'Nothing' ? 'Nothing is coming up yet' : said
}

function sayDay(date: string): string {
  const { day, month } = dateParts(date)
  return `${day} ${month}`
}
