import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { useVerifyEmail } from '../entrance-api'
import { sayGone } from '../link-problems'
import { FormError } from './form-error'

type VerifyEmailFormProps = {
  token: string
  onConfirmed: (email: string) => void
  /** The link leads nowhere any more. */
  onGone: (error: unknown) => void
}

/** The one press that confirms an address. */
export function VerifyEmailForm({ token, onConfirmed, onGone }: VerifyEmailFormProps) {
  const verify = useVerifyEmail()
  const confirm = async () => {
    try {
      onConfirmed((await verify.mutateAsync(token)).email)
    } catch (error) {
      if (sayGone(error)) onGone(error)
    }
  }
  return (
    <>
      <Button
        variant="inverse"
        size="large"
        className="w-full"
        pending={verify.isPending}
        onClick={() => void confirm()}
      >
        Yes, this is my address
      </Button>
      <FormError message={verify.error ? sayProblem(verify.error) : undefined} />
    </>
  )
}
