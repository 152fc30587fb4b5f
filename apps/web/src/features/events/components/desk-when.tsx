import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { sayInstant } from '@/lib/dates'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import { momentsOf } from '../desk-form'
import { isDay } from '../desk-words'
import type { DeskPart } from './desk-part'

type DeskWhenProps = Pick<DeskPart, 'form'> & {
  /** IANA name of the zone of the place, once it is known. */
  zone: string | undefined
}

/** Day and times on the clocks there; the last day only where it is asked for. */
export function DeskWhen({ form, zone }: DeskWhenProps) {
  const { register, formState, getValues, setValue } = form
  const { errors } = formState
  const [several, setSeveral] = useState(() => getValues('last_day') !== '')
  const oneDay = () => {
    setValue('last_day', '', { shouldDirty: true })
    setSeveral(false)
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-4 sm:gap-x-4">
        <TextField
          label="Day"
          type="date"
          required
          min="1900-01-01"
          max="2200-12-31"
          error={errors.date?.message}
          className="max-sm:col-span-2"
          {...register('date', { required: 'Which day is it?' })}
        />
        <TextField
          label="Starts"
          type="time"
          required
          error={errors.starts?.message}
          {...register('starts', { required: 'When does it start?' })}
        />
        <TextField
          label="Doors"
          type="time"
          optional
          error={errors.doors_at?.message}
          {...register('doors_at')}
        />
        <TextField
          label="Ends"
          type="time"
          optional
          error={errors.ends_at?.message}
          {...register('ends_at', {
            validate: (ends, { last_day }) =>
              last_day === '' || ends !== '' || 'At what time does the last day end?',
          })}
        />
        {several && (
          <TextField
            label="Last day"
            type="date"
            error={errors.last_day?.message}
            className="max-sm:col-span-2"
            {...register('last_day', {
              validate: (last, { date }) => last === '' || last >= date || 'That is before the first day.',
            })}
          />
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <SaidAloud form={form} zone={zone} />
        <Button
          size="small"
          variant="ghost"
          className="-mr-3 text-soft"
          onClick={() => (several ? oneDay() : setSeveral(true))}
        >
          {several ? 'It is one night' : 'It lasts several days'}
        </Button>
      </div>
    </div>
  )
}

/** The night in words, so that a wrong zone or a wrong morning is seen. */
function SaidAloud({ form, zone }: DeskWhenProps) {
  const [date, starts, doors_at, ends_at, last_day] = useWatch({
    control: form.control,
    name: ['date', 'starts', 'doors_at', 'ends_at', 'last_day'],
  })
  const ready = isDay(date) && starts !== '' && (last_day === '' || isDay(last_day))
  if (!ready || zone === undefined) {
    return <p className="min-w-0 flex-1 text-12 text-soft">Times are those of the clocks there.</p>
  }
  const moments = momentsOf({ date, starts, doors_at, ends_at, last_day }, zone)
  return (
    <p className="min-w-0 flex-1 text-12 text-soft">
      {sayInstant(zone, moments.date)}
      {moments.ends_at ? ` until ${sayInstant(zone, moments.ends_at)}` : ', some four hours'}, the time in{' '}
      {zone.replaceAll('_', ' ')}
    </p>
  )
}
