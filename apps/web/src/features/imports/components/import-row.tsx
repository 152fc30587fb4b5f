import type { Import } from '@sharemyshows/contract/imports'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { cn } from '@/lib/cn'
import { sayShortDate } from '@/lib/dates'
import { Progress } from '@/ui/progress'
import { isUnderWay, nameOf, sayStanding } from '../model'
import { ForgetButton } from './forget-button'
import { SourceIcon } from './source-icon'

/** One import: what it was, how it stands, the way to it and out of the list. */
export function ImportRow({ one }: { one: Import }) {
  const busy = isUnderWay(one)
  const name = nameOf(one)
  return (
    <div className="flex items-center gap-1">
      <Link
        to="/settings/imports/$importId"
        params={{ importId: one.id }}
        className="group -mx-2 flex min-h-16 min-w-0 flex-1 items-center gap-4 rounded-control px-2 py-3 hover:bg-ink/4"
      >
        <SourceIcon source={one.source} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium text-14">{name}</span>
          <span
            className={cn('block text-14 tabular-nums', one.state === 'failed' ? 'text-danger' : 'text-soft')}
          >
            {sayStanding(one)}
            <span className="text-soft"> · {sayShortDate(one.created_at.slice(0, 10))}</span>
          </span>
          {busy && <Progress label={`How far “${name}” is`} value={one.progress} className="mt-2" />}
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-soft" />
      </Link>
      {!busy && <ForgetButton one={one} />}
    </div>
  )
}
