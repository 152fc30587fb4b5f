import { Link } from '@tanstack/react-router'
import { Eye } from 'lucide-react'
import { buttonStyles } from '@/ui/button'

/** Says on my own profile whose eyes it is seen with; `hidden` when those find it closed. */
export function OwnNotice({ hidden }: { hidden: boolean }) {
  return (
    <aside
      aria-label="Your own profile"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-surface px-4 py-3 ring-1 ring-line ring-inset"
    >
      <Eye aria-hidden className="size-5 shrink-0 text-accent" />
      <p className="min-w-0 flex-1 basis-56 text-14">
        {hidden
          ? 'This is what everyone sees: you chose who opens your profile.'
          : 'This is what everyone sees. What you keep to yourself or to friends is left out.'}
      </p>
      <Link
        to={hidden ? '/settings/privacy' : '/settings'}
        className={buttonStyles({ variant: 'ghost', size: 'small' })}
      >
        {hidden ? 'Privacy' : 'Settings'}
      </Link>
    </aside>
  )
}
