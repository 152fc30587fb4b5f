import { useController } from 'react-hook-form'
import { useRested } from '@/lib/hooks'
import { sayCity } from '@/lib/places'
import { Combobox } from '@/ui/combobox'
import { useCities } from '../api'
import type { ProfileFormState } from './profile-fields'

/** The home city as free text, with cities suggested; a picked one brings its time zone along. */
export function HomeCityField({ form }: { form: ProfileFormState }) {
  const { field, fieldState } = useController({ control: form.control, name: 'home_city' })
  const typed = useRested(field.value, 200)
  const { data = [], isFetching } = useCities(fieldState.isDirty ? typed : '')
  return (
    <Combobox
      label="Home city"
      value={field.value}
      name={field.name}
      onChange={field.onChange}
      onBlur={field.onBlur}
      ref={field.ref}
      options={data}
      keyOf={(city) => String(city.id)}
      renderOption={(city) => (
        <span className="truncate">
          {city.name} <span className="text-soft">{city.country_name}</span>
        </span>
      )}
      onPick={(city) => {
        field.onChange(sayCity({ city: city.name, country: city.country }))
        form.setValue('time_zone', city.time_zone, { shouldDirty: true })
      }}
      loading={isFetching}
      error={fieldState.error?.message}
    />
  )
}
