import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from './confirm-dialog'

/** Asks before a form with unsaved changes is left, for another page or for good. */
export function LeaveGuard({ active }: { active: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => active,
    enableBeforeUnload: active,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      open={status === 'blocked'}
      onOpenChange={(open) => open || reset?.()}
      title="Leave without saving?"
      description="What you typed has not been saved."
      confirmLabel="Leave"
      cancelLabel="Keep writing"
      onConfirm={() => proceed?.()}
    />
  )
}
