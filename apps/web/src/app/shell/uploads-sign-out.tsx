import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ask } from '@/features/media/uploads'
import { guardSignOut } from '@/lib/sign-out-guard'
import { ConfirmDialog } from '@/ui/confirm-dialog'

/** Asks whoever signs out while something is on its way, because it is taken off this device then. */
export function useSignOutQuestion(pending: number): ReactNode {
  const [asking, setAsking] = useState(false)
  const answer = useRef<(may: boolean) => void>(undefined)
  useEffect(
    () =>
      guardSignOut(async () => {
        if (pending > 0) {
          setAsking(true)
          const may = await new Promise<boolean>((resolve) => {
            answer.current = resolve
          })
          if (!may) return false
        }
        // also what failed: the next person at this device need not see what was chosen
        ask({ do: 'remove' })
        return true
      }),
    [pending],
  )
  const close = () => {
    answer.current?.(false)
    setAsking(false)
  }
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={close}
      title={pending === 1 ? 'One file is still on its way' : `${pending} files are still on their way`}
      description="If you sign out now, they are taken off this device’s list and do not arrive. Your files stay where they are."
      confirmLabel="Sign out anyway"
      cancelLabel="Stay until they have arrived"
      onConfirm={() => answer.current?.(true)}
    />
  )
}
