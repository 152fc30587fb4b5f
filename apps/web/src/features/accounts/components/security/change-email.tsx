import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import type { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { PasswordField } from '@/ui/password-field'
import { TextField } from '@/ui/text-field'
import { toast } from '@/ui/toast'
import { useChangeEmail } from '../../credentials-api'
import { placeOfPassword } from '../../password-asked'
import { AccountName } from '../account-name'
import { EMAIL } from '../email-rule'
import { FormError } from '../form-error'

type Fields = { email: string; password: string }
type ChangeEmailProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** Asks for the new address, and for the password. */
export function ChangeEmail({ open, onOpenChange }: ChangeEmailProps) {
  const form = useForm<Fields>({ defaultValues: { email: '', password: '' } })
  const { mutateAsync } = useChangeEmail()
  const id = useId()
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
    <Dialog
      open={open}
      onOpenChange={change}
      title="Change your e-mail"
      description="We mail a link to the new address. Your old one stays until you open it, and gets a note of the change."
      footer={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button type="submit" form={id} variant="inverse" pending={formState.isSubmitting}>
            Send the link
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
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
        <FormError message={formState.errors.root?.message} />
      </form>
    </Dialog>
  )
}

const placeOf = (problem: ApiProblem) =>
  problem.code === 'identity_taken'
    ? [{ field: 'email', message: 'This e-mail is already in use.' }]
    : placeOfPassword('password')(problem)
