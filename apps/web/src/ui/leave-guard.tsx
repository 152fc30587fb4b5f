import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from './confirm-dialog'

type LeaveGuardProps = { active: boolean; title?: string; description?: string; cancelLabel?: string }

/** Asks before a form with unsaved changes, or whatever else would be lost, is left for another page or for good. */
export function LeaveGuard({
  active,
  title = 'Leave without saving?',
  description = 'What you typed has not been saved.',
  cancelLabel = 'Keep writing',
}: LeaveGuardProps) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => active,
    enableBeforeUnload: active,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      open={status === 'blocked'}
      onOpenChange={(open) => open || reset?.()}
      {...{ title, description, cancelLabel }}
      confirmLabel="Leave"
      onConfirm={() => proceed?.()}
    />
  )
}
