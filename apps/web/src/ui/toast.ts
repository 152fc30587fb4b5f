/** A button inside a toast, for instance "Undo". */
export type ToastAction = { label: string; onClick: () => void }
export type Toast = { kind: 'done' | 'failed' | 'note'; text: string; action?: ToastAction | undefined }

type Show = (toast: Toast) => void

// The toaster is loaded with the first toast, so that pages which never show one do not pay for it.
const waiting: Toast[] = []
let show: Show | undefined
let wake: (() => void) | undefined

/** A short message at the edge of the screen: `toast.done('Show saved')`. Errors of a field belong to the field. */
export const toast = {
  done: (text: string, action?: ToastAction) => send({ kind: 'done', text, action }),
  failed: (text: string, action?: ToastAction) => send({ kind: 'failed', text, action }),
  note: (text: string, action?: ToastAction) => send({ kind: 'note', text, action }),
}

/** For the toast host alone: is told when the first toast asks for the toaster. */
export function onFirstToast(listener: () => void): () => void {
  wake = listener
  if (waiting.length > 0) listener()
  return () => {
    wake = undefined
  }
}

/** For the toaster alone: takes over, beginning with what has waited; returns the end of it. */
export function takeToasts(by: Show): () => void {
  show = by
  for (const one of waiting.splice(0)) by(one)
  return () => {
    show = undefined
  }
}

function send(one: Toast) {
  if (show) return show(one)
  waiting.push(one)
  wake?.()
}
