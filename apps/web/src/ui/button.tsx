import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { Spinner } from './spinner'

/** The classes of a button, for links that look like one. */
export const buttonStyles = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control font-medium',
    'transition-[background-color,filter,transform] duration-feedback active:scale-[0.98]',
    'disabled:pointer-events-none disabled:opacity-50 aria-disabled:cursor-progress aria-disabled:brightness-75',
    '[&_svg]:size-[1.15em] [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-accent-fill text-on-accent hover:brightness-110',
        inverse: 'bg-ink text-page hover:bg-ink/90',
        secondary: 'bg-raised text-ink ring-1 ring-line ring-inset hover:bg-line',
        ghost: 'text-ink hover:bg-ink/8',
        danger: 'bg-danger-fill text-on-accent hover:brightness-110',
      },
      size: {
        small: 'min-h-9 px-3 text-14 pointer-coarse:min-h-11',
        medium: 'min-h-11 px-4 text-14',
        large: 'min-h-13 px-6 text-16',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
)

type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonStyles> & {
    /** The deed is under way: shows a spinner and takes no second click. */
    pending?: boolean
  }

/** A button; `type` is "button" unless said otherwise. */
export function Button({
  variant,
  size,
  pending = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={cn(buttonStyles({ variant, size }), className)}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {pending && <Spinner />}
      {children}
    </button>
  )
}
