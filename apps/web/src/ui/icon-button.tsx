import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What the button does, for those who do not see the icon. */
  label: string
  icon: ReactNode
}

/** A square button of 44 px with an icon alone. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cn(
        'inline-flex size-11 shrink-0 items-center justify-center rounded-control text-soft',
        'transition-colors duration-feedback hover:bg-ink/8 hover:text-ink disabled:opacity-50 [&_svg]:size-5',
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  )
}
