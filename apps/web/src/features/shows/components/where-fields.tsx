import { useRef } from 'react'
import { useController } from 'react-hook-form'
import type { PickedVenue } from '@/features/catalog/model'
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
  const place = (picked?: PickedVenue) => {
    const [longitude = null, latitude = null] = picked?.point?.coordinates ?? []
    form.setValue('venue_latitude', latitude, { shouldDirty: true })
    form.setValue('venue_longitude', longitude, { shouldDirty: true })
    form.setValue('venue_place_id', picked?.place_id ?? null, { shouldDirty: true })
  }

  const type = (name: string) => {
    venue.field.onChange(name)
    // Address and place belonged to the venue that was picked, not to another name.
    if (broughtAlong.current !== '' && form.getValues('venue_address') === broughtAlong.current) {
      fill('venue_address', '')
    }
    broughtAlong.current = ''
    place()
  }
  const pick = (found: PickedVenue) => {
    venue.field.onChange(found.name)
    city.field.onChange(found.city ?? '')
    fill('venue_address', found.address ?? '')
    fill('venue_state', found.state ?? '')
    fill('venue_country', countryText(found.country))
    broughtAlong.current = found.address ?? ''
    place(found)
  }
  const typeCity = (name: string) => {
    city.field.onChange(name)
    place()
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
        onChange={typeCity}
        onPick={({ name, country }) => {
          typeCity(name)
          fill('venue_country', countryText(country))
        }}
        error={city.fieldState.error?.message}
      />
    </div>
  )
}
