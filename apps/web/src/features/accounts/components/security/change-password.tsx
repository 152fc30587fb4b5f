import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { type ApiProblem, sayProblem } from '@/lib/problem'
import { CheckField } from '@/ui/check-field'
import { FormDialog } from '@/ui/form-dialog'
import { PasswordField } from '@/ui/password-field'
import { toast } from '@/ui/toast'
import { useChangePassword } from '../../credentials-api'
import { checkPassword } from '../../password'
import { placeOfPassword } from '../../password-asked'
import { useSession } from '../../session'
import { AccountName } from '../account-name'
import { NewPasswordField } from '../new-password-field'

const EMPTY = { current_password: '', new_password: '', end_other_sessions: true }
type ChangePasswordProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** The password there is, the new one, and whether other devices stay signed in. */
export function ChangePassword({ open, onOpenChange }: ChangePasswordProps) {
  const form = useForm({ defaultValues: EMPTY })
  const { user } = useSession()
  const { mutateAsync } = useChangePassword()
  const { register, formState, watch } = form
  const change = (next: boolean) => {
    if (!next) form.reset()
    onOpenChange(next)
  }
  const submit = form.handleSubmit(async (fields) => {
    try {
      await mutateAsync(fields)
      change(false)
      toast.done(
        fields.end_other_sessions ? 'Password changed, other devices are signed out' : 'Password changed',
      )
    } catch (error) {
      showProblem(form, error, placeOf)
    }
  })
  return (
    <FormDialog
      open={open}
      onOpenChange={change}
      title="Change the password"
      onSubmit={submit}
      submit="Change the password"
      pending={formState.isSubmitting}
      problem={formState.errors.root?.message}
    >
      <AccountName />
      <PasswordField
        label="Current password"
        autoComplete="current-password"
        error={formState.errors.current_password?.message}
        {...register('current_password', { required: 'Your password, please' })}
      />
      <NewPasswordField
        label="New password"
        typed={watch('new_password')}
        known={user ? [user.username, user.email] : []}
        error={formState.errors.new_password?.message}
        {...register('new_password', { validate: (password) => checkPassword(password) ?? true })}
      />
      <CheckField label="Sign out all my other devices" {...register('end_other_sessions')} />
    </FormDialog>
  )
}

const placeOf = (problem: ApiProblem) =>
  problem.code === 'password_too_common'
    ? [{ field: 'new_password', message: sayProblem(problem) }]
    : placeOfPassword('current_password')(problem)
