import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import './overlay.css'
import { useDragDown } from './use-drag-down'
import { useFocusReturn } from './use-focus-return'

type SheetProps = { open: boolean; onOpenChange: (open: boolean) => void; title: string; children: ReactNode }

/** A drawer from the foot of a phone, for a few choices. Drag its grip down, tap outside or press Escape to close. */
export function Sheet({ open, onOpenChange, title, children }: SheetProps) {
  const drag = useDragDown(() => onOpenChange(false))
  const focus = useFocusReturn()
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="overlay-scrim fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          {...focus}
          aria-describedby={undefined}
          style={drag.style}
          className={cn(
            'overlay-panel fixed inset-x-0 bottom-0 z-40 mx-auto max-h-[88dvh] max-w-lg overflow-y-auto rounded-t-card bg-surface px-4 shadow-float',
            'pb-[max(1rem,env(safe-area-inset-bottom))]',
          )}
        >
          <div
            {...drag.grip}
            aria-hidden
            className="-mx-4 flex h-8 touch-none cursor-grab items-center justify-center"
          >
            <span className="h-1 w-10 rounded-full bg-edge" />
          </div>
          <Primitive.Title className="px-2 pb-3 text-16">{title}</Primitive.Title>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
