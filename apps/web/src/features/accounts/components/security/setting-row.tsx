import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

type SettingRowProps = {
  icon?: ReactNode
  title: ReactNode
  /** How it stands, in a few words. */
  children?: ReactNode
  /** The button that changes it. */
  action?: ReactNode
  className?: string
}

/** One thing of the settings: what it is, how it stands, and the button beside it; below it where room is short. */
export function SettingRow({ icon, title, children, action, className }: SettingRowProps) {
  return (
    <div className={cn('flex flex-wrap items-center gap-x-4 gap-y-2 py-3', className)}>
      {icon && (
        <span aria-hidden className="text-soft [&_svg]:size-6 [&_svg]:stroke-[1.5]">
          {icon}
        </span>
      )}
      <div className="min-w-0 flex-1 basis-48">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-14">{title}</div>
        {children && <div className="wrap-anywhere text-14 text-soft">{children}</div>}
      </div>
      {action}
    </div>
  )
}
