import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CatalogFields } from '@/features/catalog/model'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { LeaveGuard } from '@/ui/leave-guard'
import type { ShowFormValues } from '../form-values'
import { FormTicket } from './form-ticket'
import { MoreFields } from './more-fields'
import { WhenFields } from './when-fields'
import { WhereFields } from './where-fields'
import { WhoField } from './who-field'

export type ShowFormProps = {
  initial: ShowFormValues
  catalog: CatalogFields
  submitLabel: string
  /** Everything is in sight from the start. */
  unfolded?: boolean
  /** Is told the hue of the artist being typed. */
  onTint: (hue: number) => void
  /** Saves and goes on; `touched` names the fields that differ from the initial ones. */
  onSubmit: (
    values: ShowFormValues,
    touched: Partial<Record<keyof ShowFormValues, unknown>>,
  ) => Promise<unknown>
}

/** Who, where and when; the rest is folded away. */
export function ShowForm({
  initial,
  catalog,
  submitLabel,
  unfolded = false,
  onTint,
  onSubmit,
}: ShowFormProps) {
  const form = useForm<ShowFormValues>({ defaultValues: initial })
  const [saved, setSaved] = useState(false)
  const { isSubmitting, isDirty, dirtyFields, errors } = form.formState
  const submit = form.handleSubmit(async (values) => {
    setSaved(true)
    await onSubmit(values, dirtyFields).catch((error) => {
      setSaved(false)
      showProblem(form, error)
    })
  })
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <FormTicket form={form} onTint={onTint} />
      <WhoField form={form} catalog={catalog} />
      <WhereFields form={form} catalog={catalog} />
      <WhenFields form={form} shortcuts={!unfolded} />
      <MoreFields form={form} catalog={catalog} unfolded={unfolded} />
      <div className="flex flex-col gap-2">
        <p role="alert" className="text-14 text-danger empty:hidden">
          {errors.root?.message}
        </p>
        <Button type="submit" variant="inverse" size="large" className="sm:self-start" pending={isSubmitting}>
          {submitLabel}
        </Button>
      </div>
      <LeaveGuard active={isDirty && !saved} />
    </form>
  )
}
