import { useRef } from 'react'
import { useController } from 'react-hook-form'
import type { Venue } from '@/features/catalog/model'
import type { FormPart } from '../form-part'
import { countryText } from '../form-values'

/** Venue and city. A picked venue brings its address along, a picked city its country. */
export function WhereFields({ form, catalog: { VenueField, CityField } }: FormPart) {
  const venue = useController({
    control: form.control,
    name: 'venue_name',
    rules: { validate: (name) => name.trim() !== '' || 'Where was it?' },
  })
  const city = useController({ control: form.control, name: 'venue_city' })
  const broughtAlong = useRef('')
  const fill = (name: 'venue_address' | 'venue_state' | 'venue_country', text: string) =>
    form.setValue(name, text, { shouldDirty: true })

  const type = (name: string) => {
    venue.field.onChange(name)
    // The address belonged to the venue that was picked, not to another name.
    if (broughtAlong.current !== '' && form.getValues('venue_address') === broughtAlong.current) {
      fill('venue_address', '')
    }
    broughtAlong.current = ''
  }
  const pick = (found: Venue) => {
    venue.field.onChange(found.name)
    city.field.onChange(found.city ?? '')
    fill('venue_address', found.address ?? '')
    fill('venue_state', found.state ?? '')
    fill('venue_country', countryText(found.country))
    broughtAlong.current = found.address ?? ''
  }
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <VenueField
        {...venue.field}
        label="Where"
        placeholder="Venue or festival"
        required
        onChange={type}
        onPick={pick}
        error={venue.fieldState.error?.message}
      />
      <CityField
        {...city.field}
        label="City"
        optional
        onPick={({ name, country }) => {
          city.field.onChange(name)
          fill('venue_country', countryText(country))
        }}
        error={city.fieldState.error?.message}
      />
    </div>
  )
}
