import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import type { ApiProblem } from '@/lib/problem'
import { FormDialog } from '@/ui/form-dialog'
import { PasswordField } from '@/ui/password-field'
import { TextField } from '@/ui/text-field'
import { toast } from '@/ui/toast'
import { useChangeEmail } from '../../credentials-api'
import { placeOfPassword } from '../../password-asked'
import { AccountName } from '../account-name'
import { EMAIL } from '../email-rule'

type Fields = { email: string; password: string }
type ChangeEmailProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** Asks for the new address, and for the password. */
export function ChangeEmail({ open, onOpenChange }: ChangeEmailProps) {
  const form = useForm<Fields>({ defaultValues: { email: '', password: '' } })
  const { mutateAsync } = useChangeEmail()
  const { register, formState } = form
  const change = (next: boolean) => {
    if (!next) form.reset()
    onOpenChange(next)
  }
  const submit = form.handleSubmit(async (fields) => {
    try {
      await mutateAsync(fields)
      change(false)
      toast.done(`A link is on its way to ${fields.email}`)
    } catch (error) {
      showProblem(form, error, placeOf)
    }
  })
  return (
    <FormDialog
      open={open}
      onOpenChange={change}
      title="Change your e-mail"
      description="We mail a link to the new address. Your old one stays until you open it, and gets a note of the change."
      onSubmit={submit}
      submit="Send the link"
      pending={formState.isSubmitting}
      problem={formState.errors.root?.message}
    >
      <TextField
        label="New e-mail"
        type="email"
        inputMode="email"
        autoComplete="email"
        error={formState.errors.email?.message}
        {...register('email', {
          required: 'The new address, please',
          pattern: EMAIL,
        })}
      />
      <AccountName />
      <PasswordField
        label="Your password"
        autoComplete="current-password"
        error={formState.errors.password?.message}
        {...register('password', { required: 'Your password, please' })}
      />
    </FormDialog>
  )
}

const placeOf = (problem: ApiProblem) =>
  problem.code === 'identity_taken'
    ? [{ field: 'email', message: 'This e-mail is already in use.' }]
    : placeOfPassword('password')(problem)
