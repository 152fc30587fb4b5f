import { Check } from 'lucide-react'
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
  /** Given, the item is one of a choice, and this one is taken or not. */
  checked?: boolean
}

/** Items under a heading of their own. */
export type MenuGroup = { heading: string; items: readonly MenuItem[] }

type DropdownMenuProps = {
  /** One button; it gets the menu's aria attributes. */
  trigger: ReactNode
  items: readonly (MenuItem | MenuGroup)[]
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
          className="overlay-menu z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-control bg-raised p-1 shadow-float"
        >
          {items.map((item) =>
            'items' in item ? (
              <Primitive.Group key={item.heading}>
                <Primitive.Label className="px-3 pt-2 pb-1 text-12 text-soft">{item.heading}</Primitive.Label>
                {item.items.map((one) => (
                  <Item key={one.label} {...one} />
                ))}
              </Primitive.Group>
            ) : (
              <Item key={item.label} {...item} />
            ),
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

const ITEM =
  'flex min-h-10 cursor-default select-none items-center gap-3 rounded-[9px] px-3 text-14 outline-none pointer-coarse:min-h-11 data-disabled:opacity-50 data-highlighted:bg-ink/10 [&_svg]:size-4 [&_svg]:text-soft'

function Item({ label, icon, onSelect, danger = false, disabled = false, checked }: MenuItem) {
  if (checked !== undefined) {
    return (
      <Primitive.CheckboxItem checked={checked} disabled={disabled} onSelect={onSelect} className={ITEM}>
        <span className="size-4">{checked && <Check aria-hidden />}</span>
        {label}
      </Primitive.CheckboxItem>
    )
  }
  return (
    <Primitive.Item
      disabled={disabled}
      onSelect={onSelect}
      className={cn(ITEM, danger && 'text-danger [&_svg]:text-danger')}
    >
      {icon}
      {label}
    </Primitive.Item>
  )
}
