import { useQuery } from '@tanstack/react-query'
import { useController } from 'react-hook-form'
import { Combobox } from '@/ui/combobox'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { categoriesQuery } from '../api'
import { MOST_SEATS } from '../desk-form'
import type { DeskPart } from './desk-part'

/** How many fit in, of what kind it is, and what there is to say of it. */
export function DeskAbout({ form }: Pick<DeskPart, 'form'>) {
  const { register, formState } = form
  const { errors } = formState
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Seats"
          optional
          hint="When they are taken, people wait in line and move up by themselves."
          inputMode="numeric"
          autoComplete="off"
          error={errors.capacity?.message}
          {...register('capacity', { validate: saySeats })}
        />
        <CategoryField form={form} />
      </div>
      <TextArea
        label="About it"
        optional
        maxLength={10_000}
        error={errors.description?.message}
        {...register('description')}
      />
    </div>
  )
}

/** A category as free text; those that others use are suggested, so that events of a kind are found together. */
function CategoryField({ form }: Pick<DeskPart, 'form'>) {
  const { field, fieldState } = useController({ control: form.control, name: 'category' })
  const { data = [] } = useQuery(categoriesQuery)
  const typed = field.value.trim().toLowerCase()
  return (
    <Combobox
      {...field}
      label="Category"
      optional
      hint="Concert, club night, quiz: whatever people look for."
      options={data.filter(({ category }) => category.toLowerCase().includes(typed)).slice(0, 8)}
      keyOf={({ category }) => category}
      renderOption={({ category }) => <span className="truncate">{category}</span>}
      onPick={({ category }) => field.onChange(category)}
      error={fieldState.error?.message}
    />
  )
}

function saySeats(typed: string): true | string {
  const seats = Number(typed)
  const fits = typed.trim() === '' || (Number.isInteger(seats) && seats >= 1 && seats <= MOST_SEATS)
  return fits || `A whole number from 1 to ${MOST_SEATS.toLocaleString('en-GB')}`
}
