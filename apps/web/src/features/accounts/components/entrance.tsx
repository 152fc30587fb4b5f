import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { dateIn, dateParts, sayDate } from '@/lib/dates'
import { useMediaQuery, useRested } from '@/lib/hooks'
import { hue } from '@/lib/hue'
import { StageLight } from '@/ui/stage-light'
import { TicketStub } from '@/ui/ticket-stub'

type EntranceProps = {
  title: string
  lead: ReactNode
  /** What is printed on tonight's ticket. */
  ticket: { name: string; place: string }
  /** What has just happened, said above the form. */
  notice?: string | undefined
  /** Under the form: the way to another entrance. */
  aside?: ReactNode
  children: ReactNode
}

/** The page around signing in, registering and what belongs to them: tonight's ticket under its light, and the form. */
export function Entrance({ title, lead, ticket, notice, aside, children }: EntranceProps) {
  const wide = useMediaQuery('(min-width: 64rem)')
  const tint = hue(useRested(ticket.name, 400))
  return (
    <StageLight tint={tint} from={wide ? '30%' : '50%'} className="flex flex-1 flex-col">
      <div className="mx-auto grid w-full max-w-md flex-1 content-start gap-4 px-4 pt-[calc(var(--header,0px)+1rem)] pb-10 sm:px-8 sm:pt-[calc(var(--header,0px)+2.5rem)] lg:max-w-6xl lg:min-h-[80dvh] lg:grid-cols-[minmax(0,1fr)_24rem] lg:content-center lg:items-center lg:gap-24 lg:pt-[calc(var(--header,0px)+0.5rem)]">
        <div className="flex min-w-0 flex-col gap-5 lg:gap-10">
          <header className="lg:max-w-lg">
            <h1 tabIndex={-1} className="text-40 tracking-tight lg:text-64">
              {title}
            </h1>
            <p className="mt-1 text-balance text-14 text-soft lg:mt-4 lg:text-16">{lead}</p>
          </header>
          <Tonight {...ticket} tint={tint} size={wide ? 'hero' : 'list'} />
        </div>
        {/* Its own ground, because red does not read on every tint. */}
        <div className="-mx-4 min-w-0 rounded-card bg-page/85 px-4 pt-4 pb-5 lg:mx-0 lg:bg-transparent lg:px-0">
          {notice && (
            <p role="status" className="mb-5 flex items-start gap-2 font-medium text-14 text-success">
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
              {notice}
            </p>
          )}
          {children}
          {aside && <p className="mt-4 text-14 text-soft">{aside}</p>}
        </div>
      </div>
    </StageLight>
  )
}

type TonightProps = { name: string; place: string; tint: number; size: 'hero' | 'list' }

function Tonight({ name, place, tint, size }: TonightProps) {
  const today = dateIn(Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <div aria-hidden>
      <TicketStub
        date={{ date: today, label: sayDate(today), ...dateParts(today) }}
        title={name}
        place={place}
        headingLevel="h2"
        tint={tint}
        size={size}
      />
    </div>
  )
}
