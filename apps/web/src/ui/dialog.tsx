import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { IconButton } from './icon-button'
import './overlay.css'
import { useFocusReturn } from './use-focus-return'

/** What takes typing; a field out of the tab order is there for a password manager alone. */
const FIELD = 'input:not([tabindex="-1"]), textarea, select'

/** A form's dialog begins in its first field rather than on the close button. */
function focusFirstField(event: Event) {
  const field = (event.target as HTMLElement).querySelector<HTMLElement>(FIELD)
  if (!field) return
  event.preventDefault()
  field.focus()
}

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
  /** Only its buttons close it, because what it says is said once. */
  insists?: boolean
  className?: string
}

const stay = (event: Event) => event.preventDefault()

/** A window over the page; from the foot on phones, centred elsewhere. Escape and the backdrop close it. */
export function Dialog({ open, onOpenChange, title, description, insists = false, ...rest }: DialogProps) {
  const { children, footer, className } = rest
  const focus = useFocusReturn(focusFirstField)
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="overlay-scrim fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          {...focus}
          {...(insists && { onEscapeKeyDown: stay, onInteractOutside: stay })}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'overlay-panel fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col rounded-t-card bg-surface shadow-float outline-none',
            'pb-[env(safe-area-inset-bottom)] sm:inset-0 sm:m-auto sm:h-fit sm:w-[min(30rem,calc(100vw-2rem))] sm:rounded-card',
            className,
          )}
        >
          <header className="flex items-start gap-2 pt-4 pr-3 pl-6">
            <Primitive.Title className="min-h-11 flex-1 pt-2 text-20">{title}</Primitive.Title>
            {!insists && (
              <Primitive.Close asChild>
                <IconButton label="Close" icon={<X />} />
              </Primitive.Close>
            )}
          </header>
          <div className="overflow-y-auto px-6 pt-1 pb-6">
            {description && (
              <Primitive.Description className="text-14 text-soft">{description}</Primitive.Description>
            )}
            {children && <div className="mt-4">{children}</div>}
          </div>
          {footer && (
            <footer className="flex flex-col-reverse gap-2 border-line border-t px-6 py-4 sm:flex-row sm:justify-end">
              {footer}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
