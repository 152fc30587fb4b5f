import { Link, useLocation } from '@tanstack/react-router'
import { buttonStyles } from '@/ui/button'
import { myPart } from '../attendance'
import type { Show } from '../model'
import { usePhase } from '../use-phase'

/** The same button for somebody who is not signed in: the sign-in comes back here. */
export function StrangerBar({ show }: { show: Show }) {
  const { next } = myPart(show, usePhase(show))
  const here = useLocation({ select: ({ href }) => href })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Link
        to="/login"
        search={{ next: here }}
        className={buttonStyles({ variant: 'primary', size: 'large', className: 'max-sm:w-full' })}
      >
        {next?.label}
      </Link>
      <p className="text-14 text-soft">Log in to keep it in your diary.</p>
    </div>
  )
}
