import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import './overlay.css'

type TooltipProps = { label: string; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactNode }

/** A word beside an icon on hover and focus. Never the only place where something is said. */
export function Tooltip({ label, side = 'top', children }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={400}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="overlay-menu z-50 rounded-small bg-ink px-2 py-1 font-medium text-12 text-page"
          >
            {label}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  )
}
