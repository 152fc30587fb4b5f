import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { FormError } from '@/ui/form-error'
import { useVerifyEmail } from '../entrance-api'
import { type GoneCode, goneBecause } from '../link-problems'

type VerifyEmailFormProps = {
  token: string
  onConfirmed: (email: string) => void
  /** The link leads nowhere any more. */
  onGone: (because: GoneCode) => void
}

/** The one press that confirms an address. */
export function VerifyEmailForm({ token, onConfirmed, onGone }: VerifyEmailFormProps) {
  const verify = useVerifyEmail()
  const confirm = async () => {
    try {
      onConfirmed((await verify.mutateAsync(token)).email)
    } catch (error) {
      const gone = goneBecause(error)
      if (gone) onGone(gone)
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
