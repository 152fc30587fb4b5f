import { useForm } from 'react-hook-form'
import { showProblem } from '@/lib/form-problems'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'
import { PasswordField } from '@/ui/password-field'
import { TextField } from '@/ui/text-field'
import { type Credentials, useSignIn } from '../entrance-api'

/** Name or address and password. */
export function SignInForm() {
  const form = useForm<Credentials>({ defaultValues: { identifier: '', password: '' } })
  const signIn = useSignIn()
  const { register, formState } = form
  const submit = form.handleSubmit(async (credentials) => {
    await signIn.mutateAsync(credentials).catch((error) => {
      showProblem(form, error)
      form.setFocus('password', { shouldSelect: true })
    })
  })
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label="Username or e-mail"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        className="min-h-26"
        error={formState.errors.identifier?.message}
        {...register('identifier', { required: 'Say who you are' })}
      />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        className="min-h-26"
        error={formState.errors.password?.message}
        {...register('password', { required: 'Your password, please' })}
      />
      <FormError message={formState.errors.root?.message} />
      <Button
        type="submit"
        variant="inverse"
        size="large"
        className="mt-2 w-full"
        pending={formState.isSubmitting}
      >
        Log in
      </Button>
    </form>
  )
}
