import { Dialog as Primitive } from 'radix-ui'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { type TintSource, tintOf } from './tint'
import { useFocusReturn } from './use-focus-return'
import './overlay.css'

type FullWindowProps = {
  onClose: () => void
  /** What it is, for screen readers. */
  title: string
  /** What its accent comes from. */
  tint: TintSource
  /** Keys pressed in it, but not in menus and dialogs above it. */
  onKeyDown?: (event: KeyboardEvent) => void
  children: ReactNode
}

const stay = (event: Event) => event.preventDefault()

/** Something that takes the whole window, in the dark in both themes: under dialogs, over all else. Escape closes it. */
export function FullWindow({ onClose, title, tint, onKeyDown, children }: FullWindowProps) {
  const box = useRef<HTMLDivElement>(null)
  // On the box itself, so that no button is marked while one only looks.
  const focus = useFocusReturn((event) => {
    event.preventDefault()
    box.current?.focus()
  })
  usePageAsleep()
  return (
    // Not modal as Radix means it, which would put messages to sleep, too, with the undo of a deletion.
    <Primitive.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Content
          ref={box}
          {...focus}
          data-theme="dark"
          style={{ '--accent': tintOf(tint).dark.accent } as CSSProperties}
          aria-describedby={undefined}
          aria-modal
          tabIndex={-1}
          onInteractOutside={stay}
          onKeyDown={(event) => {
            if (event.currentTarget.contains(event.target as Node)) onKeyDown?.(event)
          }}
          className="fixed inset-0 z-35 overflow-hidden bg-[rgb(8_9_12)] text-ink outline-none"
        >
          <Primitive.Title className="sr-only">{title}</Primitive.Title>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** The page below neither scrolls nor takes the focus. */
function usePageAsleep(): void {
  useEffect(() => {
    const page = document.getElementById('root')
    const { style } = document.documentElement
    page?.toggleAttribute('inert', true)
    style.overflow = 'hidden'
    return () => {
      page?.toggleAttribute('inert', false)
      style.overflow = ''
    }
  }, [])
}
