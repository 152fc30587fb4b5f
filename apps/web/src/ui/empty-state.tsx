import type { ReactNode } from 'react'

type EmptyStateProps = {
  icon?: ReactNode
  title: string
  /** What will be here. */
  children?: ReactNode
  /** The one thing that fills it. */
  action?: ReactNode
}

/** Says what will be here and how to begin. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center">
      {icon && (
        <div aria-hidden className="mb-1 text-soft [&_svg]:size-8 [&_svg]:stroke-[1.5]">
          {icon}
        </div>
      )}
      <h2 className="text-20">{title}</h2>
      {children && <p className="text-14 text-soft">{children}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
