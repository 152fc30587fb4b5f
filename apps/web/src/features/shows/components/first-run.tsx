import { Link } from '@tanstack/react-router'
import { dateParts } from '@/lib/dates'
import { hue } from '@/lib/hue'
import { buttonStyles } from '@/ui/button'
import { StageLight } from '@/ui/stage-light'
import { TicketStub } from '@/ui/ticket-stub'

const LAMP = hue('first show')

/** The first page of somebody whose diary is empty: a ticket waiting for its name, and one thing to do. */
export function FirstRun({ name, today }: { name: string; today: string }) {
  const { day, month, weekday } = dateParts(today)
  return (
    <StageLight tint={LAMP} className="min-h-[calc(100dvh-4rem)] sm:min-h-dvh">
      <div className="mx-auto flex max-w-2xl flex-col items-center px-4 pt-[14dvh] pb-16 text-center sm:px-8">
        <p className="text-16 text-soft">Welcome, {name}</p>
        <h1 tabIndex={-1} className="mt-2 text-40 tracking-tight sm:text-64">
          Which show do you think of first?
        </h1>
        <div aria-hidden className="mt-10 w-full max-w-lg text-left">
          <TicketStub
            tint={LAMP}
            date={{ date: today, label: '', day, month, weekday }}
            title="Whoever it was"
            place="Wherever that was"
          />
        </div>
        <p className="mt-8 max-w-md text-balance text-16 text-soft">
          Last night’s, or the very first. Who, where and when is enough; photos and the setlist can follow.
        </p>
        <Link
          to="/shows/create"
          className={buttonStyles({ variant: 'inverse', size: 'large', className: 'mt-6 max-sm:w-full' })}
        >
          Add your first show
        </Link>
        <Link
          to="/settings/imports"
          className={buttonStyles({ variant: 'ghost', size: 'large', className: 'mt-2 max-sm:w-full' })}
        >
          Bring what you have in a file
        </Link>
      </div>
    </StageLight>
  )
}
