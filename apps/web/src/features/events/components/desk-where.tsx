import { useRef } from 'react'
import { useController } from 'react-hook-form'
import type { PickedVenue } from '@/features/catalog/model'
import { TextField } from '@/ui/text-field'
import type { At } from '@/ui/world-map/circle'
import { pinOf, RADIUS } from '../desk-form'
import { useWhereabouts } from '../use-whereabouts'
import type { DeskPart } from './desk-part'
import { LocationField } from './location-field'

/** Venue, address and city in words, and the place on the map; a picked venue or city brings its pin along. */
export function DeskWhere({ form, catalog: { VenueField, CityField } }: DeskPart) {
  const { control, register, setValue, formState } = form
  const venue = useController({ control, name: 'venue_name' })
  const city = useController({ control, name: 'venue_city' })
  const location = useController({
    control,
    name: 'location',
    rules: { validate: (pin) => pin !== null || 'Put the pin where it is.' },
  })
  const radius = useController({
    control,
    name: 'geofence_radius',
    rules: { validate: sayRadius },
  })
  const nearest = useWhereabouts(location.field.value)?.city?.name
  /** A pin that stands for a whole town gives way to anything more exact. */
  const rough = useRef(false)
  const put = (pin: At) => {
    rough.current = false
    location.field.onChange(pin)
    form.clearErrors('location')
  }
  const fill = (name: 'location_address' | 'venue_country', text: string | null) =>
    setValue(name, text ?? '', { shouldDirty: true })
  const pickVenue = (found: PickedVenue) => {
    venue.field.onChange(found.name)
    city.field.onChange(found.city ?? '')
    fill('location_address', found.address)
    fill('venue_country', found.country)
    if (found.point) put(pinOf(found.point.coordinates))
  }
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <VenueField
          {...venue.field}
          label="Venue"
          optional
          onPick={pickVenue}
          error={venue.fieldState.error?.message}
        />
        <TextField
          label="Address"
          optional
          autoComplete="off"
          error={formState.errors.location_address?.message}
          {...register('location_address')}
        />
        <CityField
          {...city.field}
          label="City"
          optional
          {...(nearest && { placeholder: nearest })}
          onPick={(found) => {
            city.field.onChange(found.name)
            fill('venue_country', found.country)
            if (location.field.value !== null && !rough.current) return
            put(pinOf(found.point.coordinates))
            rough.current = true
          }}
          error={city.fieldState.error?.message}
        />
      </div>
      <LocationField
        pin={location.field.value}
        radius={radius.field.value}
        pinRef={location.field.ref}
        radiusRef={radius.field.ref}
        onPin={put}
        onRadius={radius.field.onChange}
        errors={{
          location: location.fieldState.error?.message,
          geofence_radius: radius.fieldState.error?.message,
        }}
      />
    </div>
  )
}

function sayRadius(typed: string): true | string {
  const metres = Number(typed)
  const fits = Number.isInteger(metres) && metres >= RADIUS.least && metres <= RADIUS.most
  return fits || `A whole number from ${RADIUS.least} to ${RADIUS.most}`
}
