import { LogOut } from 'lucide-react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { useSignOut } from '../api'

/** Ends the session on this device. */
export function SignOutButton() {
  const signOut = useSignOut()
  const end = () => signOut.mutate(undefined, { onError: (error) => toast.failed(sayProblem(error)) })
  return (
    <Button pending={signOut.isPending} onClick={end}>
      {!signOut.isPending && <LogOut aria-hidden />}
      Sign out
    </Button>
  )
}
