import { useController } from 'react-hook-form'
import type { FormPart } from '../form-part'

/** The headliner. */
export function WhoField({ form, catalog: { ArtistField } }: FormPart) {
  const { field, fieldState } = useController({
    control: form.control,
    name: 'artist_name',
    rules: { validate: (name) => name.trim() !== '' || 'Who played?' },
  })
  return (
    <ArtistField
      {...field}
      label="Who"
      placeholder="Artist or band"
      required
      onPick={({ name }) => field.onChange(name)}
      error={fieldState.error?.message}
    />
  )
}
