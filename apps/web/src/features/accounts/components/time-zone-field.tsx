import { SelectField } from '@/ui/select-field'
import type { ProfileFormState } from './profile-fields'

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone
const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]

/** "America/Argentina/Buenos_Aires" as people read it. */
const sayZone = (zone: string): string => zone.replaceAll('_', ' ').replaceAll('/', ' / ')

const OPTIONS = [
  { value: '', label: `As this device: ${sayZone(HERE)}` },
  ...ZONES.map((zone) => ({ value: zone, label: sayZone(zone) })),
]

/** The person's own time zone; shows always keep the zone of their venue. */
export function TimeZoneField({ form }: { form: ProfileFormState }) {
  return (
    <SelectField
      label="Time zone"
      options={OPTIONS}
      error={form.formState.errors.time_zone?.message}
      {...form.register('time_zone')}
    />
  )
}
