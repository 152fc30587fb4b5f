import { DropdownMenu as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import './overlay.css'

export type MenuItem = {
  label: string
  icon?: ReactNode
  onSelect: () => void
  danger?: boolean
  disabled?: boolean
}

type DropdownMenuProps = {
  /** One button; it gets the menu's aria attributes. */
  trigger: ReactNode
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}

/** A list of deeds behind a button. */
export function DropdownMenu({ trigger, items, align = 'end' }: DropdownMenuProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="overlay-menu z-50 min-w-48 rounded-control bg-raised p-1 shadow-float"
        >
          {items.map((item) => (
            <Primitive.Item
              key={item.label}
              disabled={item.disabled ?? false}
              onSelect={item.onSelect}
              className={cn(
                'flex min-h-10 cursor-default select-none items-center gap-3 rounded-[9px] px-3 text-14 outline-none pointer-coarse:min-h-11',
                'data-disabled:opacity-50 data-highlighted:bg-ink/10 [&_svg]:size-4 [&_svg]:text-soft',
                item.danger && 'text-danger [&_svg]:text-danger',
              )}
            >
              {item.icon}
              {item.label}
            </Primitive.Item>
          ))}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
