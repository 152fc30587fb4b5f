import { type ReactNode, useId } from 'react'
import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'
import { PasswordField } from '@/ui/password-field'
import { placeOfPassword } from '../password-asked'
import { AccountName } from './account-name'

export type PasswordStep = {
  /** The deed as a verb, "Yes, Disable MFA". */
  confirmLabel: string
  cancelLabel?: string
  /** For a deed that takes something away. */
  danger?: boolean
  /** More to be decided, above the password. */
  children?: ReactNode
  /** Does it. */
  onPassword: (password: string) => Promise<unknown>
  onCancel: () => void
}

/** The step of a dialog that asks for the password: what stands in it, and its buttons. */
export function usePasswordStep({ confirmLabel, cancelLabel = 'Cancel', danger, ...step }: PasswordStep) {
  const form = useForm({ defaultValues: { password: '' } })
  const id = useId()
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      await step.onPassword(password)
    } catch (error) {
      showProblem(form, error, placeOfPassword('password'))
      form.setFocus('password', { shouldSelect: true })
    }
  })
  const body = (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      {step.children}
      <AccountName />
      <PasswordField
        label="Your password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register('password', { required: 'Your password, please' })}
      />
      <FormError message={errors.root?.message} />
    </form>
  )
  const footer = (
    <>
      <Button onClick={step.onCancel}>{cancelLabel}</Button>
      <Button type="submit" form={id} variant={danger ? 'danger' : 'inverse'} pending={isSubmitting}>
        {confirmLabel}
      </Button>
    </>
  )
  return { body, footer, reset: form.reset }
}
