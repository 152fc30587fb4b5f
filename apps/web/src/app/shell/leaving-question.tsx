import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { guardSignOut } from '@/lib/sign-out-guard'
import { ConfirmDialog } from '@/ui/confirm-dialog'

type Leaving = {
  title: string
  description: string
  cancelLabel: string
  /** Something would be lost. */
  asks: boolean
  /** Takes from this device what the next person at it need not see. */
  onLeave: () => void
}

/** Asks whoever signs out while something of hers is still on its way from this device. */
export function useLeavingQuestion({ title, description, cancelLabel, asks, onLeave }: Leaving): ReactNode {
  const [asking, setAsking] = useState(false)
  const answer = useRef<(may: boolean) => void>(undefined)
  const leave = useEffectEvent(onLeave)
  useEffect(
    () =>
      guardSignOut(async () => {
        if (asks) {
          setAsking(true)
          const may = await new Promise<boolean>((resolve) => {
            answer.current = resolve
          })
          if (!may) return false
        }
        leave()
        return true
      }),
    [asks],
  )
  const close = () => {
    answer.current?.(false)
    setAsking(false)
  }
  return (
    <ConfirmDialog
      open={asking}
      onOpenChange={close}
      {...{ title, description, cancelLabel }}
      confirmLabel="Sign out anyway"
      onConfirm={() => answer.current?.(true)}
    />
  )
}
