import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { useKeepAccount } from '../../leaving-api'

/** The way back. */
export function KeepButton() {
  const { mutateAsync, isPending } = useKeepAccount()
  const keep = async () => {
    try {
      await mutateAsync()
      toast.done('Your account stays, and others see it again')
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return (
    <Button variant="inverse" size="small" pending={isPending} onClick={keep}>
      Keep my account
    </Button>
  )
}
