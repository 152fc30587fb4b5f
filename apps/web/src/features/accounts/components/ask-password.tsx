import { type ReactNode, useId } from 'react'
import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { PasswordField } from '@/ui/password-field'
import { placeOfPassword } from '../password-asked'
import { AccountName } from './account-name'
import { FormError } from './form-error'

type AskPasswordProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What the deed does, and what stays. */
  description: ReactNode
  /** The deed as a verb, "Yes, Disable MFA". */
  confirmLabel: string
  /** For a deed that takes something away. */
  danger?: boolean
  cancelLabel?: string
  /** More to be decided, above the password. */
  children?: ReactNode
  /** Does it. The dialog closes when it settles well; what it throws is said at the password or under it. */
  onPassword: (password: string) => Promise<unknown>
}

/** Asks for the password again before something that whoever finds an open page must not do. */
export function AskPassword({ open, onOpenChange, title, description, ...ask }: AskPasswordProps) {
  const form = useForm({ defaultValues: { password: '' } })
  const id = useId()
  const { errors, isSubmitting } = form.formState
  const change = (next: boolean) => {
    if (!next) form.reset()
    onOpenChange(next)
  }
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      await ask.onPassword(password)
      change(false)
    } catch (error) {
      showProblem(form, error, placeOfPassword('password'))
      form.setFocus('password', { shouldSelect: true })
    }
  })
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={() => change(false)}>{ask.cancelLabel ?? 'Cancel'}</Button>
          <Button type="submit" form={id} variant={ask.danger ? 'danger' : 'inverse'} pending={isSubmitting}>
            {ask.confirmLabel}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {ask.children}
        <AccountName />
        <PasswordField
          label="Your password"
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register('password', { required: 'Your password, please' })}
        />
        <FormError message={errors.root?.message} />
      </form>
    </Dialog>
  )
}
