import type { ReactNode } from 'react'
import { Dialog } from '@/ui/dialog'
import { type PasswordStep, usePasswordStep } from './password-step'

type AskPasswordProps = Omit<PasswordStep, 'onCancel'> & {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What the deed does, and what stays. */
  description: ReactNode
}

/**
 * Asks for the password again before something that whoever finds an open page must not do. The dialog closes when the
 * deed settles well; what it throws is said at the password or under it.
 */
export function AskPassword({ open, onOpenChange, title, description, ...step }: AskPasswordProps) {
  const { body, footer, reset } = usePasswordStep({
    ...step,
    onPassword: async (password) => {
      await step.onPassword(password)
      change(false)
    },
    onCancel: () => change(false),
  })
  const change = (next: boolean) => {
    if (!next) reset()
    onOpenChange(next)
  }
  return (
    <Dialog open={open} onOpenChange={change} title={title} description={description} footer={footer}>
      {body}
    </Dialog>
  )
}
