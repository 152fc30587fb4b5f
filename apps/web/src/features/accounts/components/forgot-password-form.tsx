import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'
import { TextField } from '@/ui/text-field'
import { useForgotPassword } from '../entrance-api'
import { EMAIL } from './email-rule'

/** Asks for a link to a new password. */
export function ForgotPasswordForm({ onSent }: { onSent: (email: string) => void }) {
  const form = useForm({ defaultValues: { email: '' } })
  const ask = useForgotPassword()
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async ({ email }) => {
    try {
      await ask.mutateAsync(email.trim())
      onSent(email.trim())
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="email"
        className="min-h-26"
        error={errors.email?.message}
        {...form.register('email', { required: 'The address you registered with', pattern: EMAIL })}
      />
      <FormError message={errors.root?.message} />
      <Button type="submit" variant="inverse" size="large" className="mt-2 w-full" pending={isSubmitting}>
        Send me a link
      </Button>
    </form>
  )
}
