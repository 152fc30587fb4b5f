import { Dialog } from 'radix-ui'
import { useRef } from 'react'
import '@/ui/overlay.css'
import { useFocusReturn } from '@/ui/use-focus-return'
import { type Action, PaletteBody } from './palette-body'

export type { Action }

type PaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  person: string | null
  actions: readonly Action[]
}

/** Search and deeds in a window over any page, by keyboard alone if one likes. */
export function Palette({ open, onOpenChange, person, actions }: PaletteProps) {
  // The page one goes to takes the focus; otherwise it returns to where it was, since no button belongs to this window.
  const leaving = useRef(false)
  const focus = useFocusReturn(() => {
    leaving.current = false
  })
  const close = (leaves: boolean) => {
    leaving.current = leaves
    onOpenChange(false)
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay-scrim fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focus.onOpenAutoFocus}
          onCloseAutoFocus={(event) =>
            leaving.current ? event.preventDefault() : focus.onCloseAutoFocus(event)
          }
          className="overlay-panel fixed inset-x-0 top-0 z-40 mx-auto flex max-h-dvh flex-col overflow-hidden bg-surface shadow-float ring-1 ring-line sm:top-[12vh] sm:max-h-[70vh] sm:w-[min(40rem,calc(100vw-2rem))] sm:rounded-card"
        >
          <Dialog.Title className="sr-only">Search and quick actions</Dialog.Title>
          <PaletteBody person={person} actions={actions} close={close} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
