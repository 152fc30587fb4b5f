import { AlertDialog as Primitive } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from './button'
import './overlay.css'
import { useFocusReturn } from './use-focus-return'

type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What will be gone and what stays. */
  description: ReactNode
  /** The deed as a verb, "Delete the show". */
  confirmLabel: string
  cancelLabel?: string
  /** Closes when it settles well, stays open when it throws. */
  onConfirm: () => Promise<unknown> | unknown
}

/** Asks before something that cannot be taken back. The safe answer has the focus. */
export function ConfirmDialog({ open, onOpenChange, title, description, ...act }: ConfirmDialogProps) {
  const [pending, setPending] = useState(false)
  const focus = useFocusReturn()
  const confirm = async () => {
    setPending(true)
    try {
      await act.onConfirm()
      onOpenChange(false)
    } catch {
      // Whoever handed the deed in has said what went wrong; the question stays, to be tried again.
    } finally {
      setPending(false)
    }
  }
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="overlay-scrim fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          {...focus}
          className="overlay-panel fixed inset-x-4 top-1/4 z-40 mx-auto max-w-md rounded-card bg-surface p-6 shadow-float"
        >
          <Primitive.Title className="text-20">{title}</Primitive.Title>
          <Primitive.Description className="mt-2 text-14 text-soft">{description}</Primitive.Description>
          <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <Primitive.Cancel asChild>
              <Button>{act.cancelLabel ?? 'Keep it'}</Button>
            </Primitive.Cancel>
            <Button variant="danger" pending={pending} onClick={confirm}>
              {act.confirmLabel}
            </Button>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
