import { type FormEventHandler, type ReactNode, useId } from 'react'
import { Button } from './button'
import { Dialog, type DialogProps } from './dialog'
import { FormError } from './form-error'

type FormDialogProps = Pick<DialogProps, 'open' | 'onOpenChange' | 'title' | 'description'> & {
  onSubmit: FormEventHandler<HTMLFormElement>
  /** What the main button says. */
  submit: string
  /** What closes the dialog without it. */
  cancel?: string
  /** What it does cannot be undone. */
  dangerous?: boolean
  pending: boolean
  disabled?: boolean
  /** Why it was not taken. */
  problem: string | undefined
  /** The fields. */
  children: ReactNode
}

/** A form over the page: its fields, what was wrong with it, and the buttons that send or leave it. */
export function FormDialog({ onSubmit, submit, cancel = 'Cancel', ...rest }: FormDialogProps) {
  const { dangerous = false, pending, disabled = false, problem, children, ...dialog } = rest
  const id = useId()
  return (
    <Dialog
      {...dialog}
      footer={
        <>
          <Button onClick={() => dialog.onOpenChange(false)}>{cancel}</Button>
          <Button
            type="submit"
            form={id}
            variant={dangerous ? 'danger' : 'inverse'}
            pending={pending}
            disabled={disabled}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        {children}
        <FormError message={problem} />
      </form>
    </Dialog>
  )
}
