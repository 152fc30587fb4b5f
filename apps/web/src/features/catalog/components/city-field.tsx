import { Combobox } from '@/ui/combobox'
import { cities, useSuggestions } from '../api'
import type { City, SuggestFieldProps } from '../model'
import { TwoWords } from './two-words'

/** In which city: suggests from the bundled GeoNames table, takes any name. */
export function CityField(field: SuggestFieldProps<City>) {
  const { options, loading } = useSuggestions(cities, field.value)
  return (
    <Combobox
      {...field}
      {...{ options, loading }}
      keyOf={(city) => String(city.id)}
      renderOption={(city) => <TwoWords first={city.name} second={city.country_name} />}
    />
  )
}
