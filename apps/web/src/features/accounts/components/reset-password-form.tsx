import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'
import { useResetPassword } from '../entrance-api'
import { type GoneCode, goneBecause } from '../link-problems'
import { checkPassword } from '../password'
import { NewPasswordField } from './new-password-field'

type ResetPasswordFormProps = {
  token: string
  /** The link leads nowhere any more. */
  onGone: (because: GoneCode) => void
}

/** A new password, by the token of a mailed link. */
export function ResetPasswordForm({ token, onGone }: ResetPasswordFormProps) {
  const form = useForm({ defaultValues: { new_password: '' } })
  const reset = useResetPassword()
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async ({ new_password }) => {
    await reset.mutateAsync({ token, new_password }).catch((error) => {
      const gone = goneBecause(error)
      if (gone) onGone(gone)
      else showProblem(form, error)
    })
  })
  return (
    <form onSubmit={submit} noValidate>
      <NewPasswordField
        label="New password"
        typed={form.watch('new_password')}
        error={errors.new_password?.message}
        {...form.register('new_password', { validate: (password) => checkPassword(password) ?? true })}
      />
      <FormError message={errors.root?.message} />
      <Button type="submit" variant="inverse" size="large" className="mt-2 w-full" pending={isSubmitting}>
        Set my new password
      </Button>
    </form>
  )
}
