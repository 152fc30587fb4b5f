import { ChevronDown } from 'lucide-react'
import { useController } from 'react-hook-form'
import { AUDIENCES } from '@/lib/audience'
import { SelectField } from '@/ui/select-field'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import type { FormPart } from '../form-part'
import { Rating } from './rating'
import { SupportField } from './support-field'

/** What can be said besides: the rest of the bill, the address, and what is mine alone. */
export function MoreFields({ form, catalog, unfolded }: FormPart & { unfolded: boolean }) {
  const { register, formState } = form
  const { errors } = formState
  const folded = ['support', 'venue_address', 'venue_state', 'venue_country', 'notes', 'rating', 'audience']
  const mustOpen = unfolded || folded.some((name) => name in errors)
  return (
    <details open={mustOpen || undefined} className="group">
      <summary className="flex min-h-11 items-center gap-2 rounded-control font-medium text-14 marker:content-none">
        <ChevronDown
          aria-hidden
          className="size-5 text-soft transition-transform duration-feedback group-open:rotate-180"
        />
        Support, address, notes, who may see it
      </summary>
      <div className="flex flex-col gap-5 pt-4">
        <SupportField form={form} catalog={catalog} />
        <TextField
          label="Address"
          optional
          autoComplete="off"
          maxLength={300}
          error={errors.venue_address?.message}
          {...register('venue_address')}
        />
        <div className="grid grid-cols-2 gap-3 sm:gap-5">
          <TextField
            label="State"
            optional
            autoComplete="off"
            maxLength={100}
            error={errors.venue_state?.message}
            {...register('venue_state')}
          />
          <TextField
            label="Country"
            optional
            autoComplete="off"
            maxLength={100}
            error={errors.venue_country?.message}
            {...register('venue_country')}
          />
        </div>
        <RatingField form={form} />
        <TextArea
          label="Notes"
          optional
          hint="Only you see these."
          maxLength={10_000}
          error={errors.notes?.message}
          {...register('notes')}
        />
        <SelectField
          label="Who may see that you were there"
          options={AUDIENCES}
          error={errors.audience?.message}
          {...register('audience')}
        />
      </div>
    </details>
  )
}

function RatingField({ form }: Pick<FormPart, 'form'>) {
  const { field } = useController({ control: form.control, name: 'rating' })
  return (
    <div>
      <p className="font-medium text-14">Rating</p>
      <Rating label="Rating" value={field.value} onChange={field.onChange} />
    </div>
  )
}
