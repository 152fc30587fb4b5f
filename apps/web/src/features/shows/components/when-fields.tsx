import { dateIn } from '@/lib/dates'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import type { FormPart } from '../form-part'

const DAY_MS = 86_400_000

/** The day, with the two most likely ones a tap away, and the time on the clock at the venue. */
export function WhenFields({ form, shortcuts }: Pick<FormPart, 'form'> & { shortcuts: boolean }) {
  const { register, setValue, formState } = form
  const { show_date, show_time } = formState.errors
  const choose = (daysAgo: number) =>
    setValue('show_date', daysBefore(daysAgo), { shouldDirty: true, shouldValidate: true })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8.5rem] gap-x-3 gap-y-1 sm:grid-cols-2 sm:gap-x-5">
      <TextField
        label="When"
        type="date"
        required
        min="1900-01-01"
        max="2200-12-31"
        error={show_date?.message}
        {...register('show_date', { required: 'Which day was it?' })}
      />
      <TextField label="Time" type="time" optional error={show_time?.message} {...register('show_time')} />
      {shortcuts && (
        <div className="-ml-3 flex gap-1">
          <Button size="small" variant="ghost" className="text-soft" onClick={() => choose(1)}>
            Last night
          </Button>
          <Button size="small" variant="ghost" className="text-soft" onClick={() => choose(0)}>
            Tonight
          </Button>
        </div>
      )}{' '}
    </div>
  )
}

function daysBefore(days: number): string {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  return dateIn(here, new Date(Date.now() - days * DAY_MS))
}
