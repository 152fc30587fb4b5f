import { sayShortDate } from '@/lib/dates'
import { Chip } from '@/ui/chip'
import { type Narrowing, narrowingOf, type SearchAddress } from '../address'

type NarrowingChipsProps = { address: SearchAddress; onChange: (address: SearchAddress) => void }

const say: Record<keyof Narrowing, (value: string | number) => string> = {
  artist: (value) => `Artist: ${value}`,
  venue: (value) => `Venue: ${value}`,
  city: (value) => `City: ${value}`,
  song: (value) => `Song: ${value}`,
  year: (value) => `Year: ${value}`,
  date: (value) => sayShortDate(String(value)),
}

/** What narrows the shows, each to be taken off. */
export function NarrowingChips({ address, onChange }: NarrowingChipsProps) {
  const conditions = Object.entries(narrowingOf(address)) as [keyof Narrowing, string | number][]
  if (conditions.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {conditions.map(([name, value]) => (
        <Chip
          key={name}
          removeLabel={`Remove ${say[name](value)}`}
          onRemove={() => onChange({ ...address, [name]: undefined })}
        >
          {say[name](value)}
        </Chip>
      ))}
    </div>
  )
}
