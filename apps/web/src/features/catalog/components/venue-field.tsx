import { useRef, useState } from 'react'
import { sayCity } from '@/lib/places'
import { Combobox } from '@/ui/combobox'
import { knownVenues, readPlace, useSuggestions, venues } from '../api'
import type { FoundVenue, PickedVenue, SuggestFieldProps } from '../model'
import { elsewhere, pickedOf } from '../outside'
import { Owed } from './owed'
import { TwoWords } from './two-words'

/** Where it was: suggests venues of shows one may see, then places that are known elsewhere, and takes any name. */
export function VenueField({ onPick, ...field }: SuggestFieldProps<PickedVenue>) {
  const { attribution, settle, loading, options } = useSuggestions(venues, field.value)
  const { reading, pick } = usePicking({
    value: field.value,
    name: (name) => {
      settle(name)
      field.onChange(name)
    },
    take: (picked) => {
      settle(picked.name)
      onPick(picked)
    },
  })
  return (
    <Combobox
      {...field}
      options={options}
      loading={loading || reading}
      onPick={pick}
      keyOf={(venue) => venue.place_id}
      groupOf={elsewhere}
      renderOption={(venue) => <TwoWords first={venue.name} second={sayWhere(venue)} />}
      foot={<Owed attribution={attribution} items={options} />}
    />
  )
}

/** The same for looking among what is here. */
export function KnownVenueField({ onPick, ...field }: SuggestFieldProps<PickedVenue>) {
  const { options, loading } = useSuggestions(knownVenues, field.value)
  return (
    <Combobox
      {...field}
      {...{ options, loading }}
      onPick={(venue) => onPick({ ...venue, place_id: null })}
      keyOf={(venue) => venue.id}
      renderOption={(venue) => <TwoWords first={venue.name} second={sayCity(venue)} />}
    />
  )
}

/** The town, or the address where that is all that is said. */
const sayWhere = (venue: FoundVenue): string => sayCity(venue) || (venue.address ?? '')

type Picking = { value: string; name: (name: string) => void; take: (picked: PickedVenue) => void }

/** While typing Google only names places: what else the form takes of one is read once it was picked. */
function usePicking({ value, name, take }: Picking) {
  const [reading, setReading] = useState(false)
  const typed = useRef(value)
  typed.current = value
  const readAndTake = async (found: FoundVenue) => {
    setReading(true)
    // without an answer it is the name that was picked
    const whole = await readPlace(found.place_id).catch(() => ({ ...found, address: null }))
    setReading(false)
    if (typed.current === found.name) take({ ...pickedOf(whole), place_id: found.place_id })
  }
  const pick = (found: FoundVenue) => {
    if (found.source !== 'google') return take(pickedOf(found))
    name(found.name)
    void readAndTake(found)
  }
  return { reading, pick }
}
