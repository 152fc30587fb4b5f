import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { Link } from '@tanstack/react-router'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { Progress } from '@/ui/progress'
import type { Arrival, Stage } from '../arrivals'
import { Findings } from './findings'

const STEPS: readonly { stage: Stage; label: string }[] = [
  { stage: 'sending', label: 'Sent' },
  { stage: 'preparing', label: 'Prepared' },
  { stage: 'analysing', label: 'Listened to' },
]

type UploadRowProps = {
  arrival: Arrival
  /** As the library has it, once it is there. */
  item: LibraryItem | undefined
  /** A button to play it, or what stands there until it can be. */
  lead: ReactNode
  /** What can be done about it now. */
  deeds: ReactNode
}

/** A recording from the device to its result: one bar all the way, then what was found. */
export function UploadRow({ arrival, item, lead, deeds }: UploadRowProps) {
  const { name, stage, share, words, audioId } = arrival
  const failed = stage === 'failed'
  // while it is analysed anew, what was found before stays
  const found = item !== undefined && item.analysis.analyzed_at !== null
  return (
    <li className="lab-panel flex flex-wrap items-center gap-x-4 gap-y-2 p-3 sm:p-4">
      {lead}
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium text-16" title={name}>
          {audioId ? (
            <Link to="/sound-lab/$audioId" params={{ audioId }} className="hover:text-accent">
              {name}
            </Link>
          ) : (
            name
          )}
        </p>
        {found && <Findings item={item} className="mt-1" />}
        {!(found && stage === 'done') && (
          <p
            className={cn(
              'flex items-start gap-1.5 text-12 tabular-nums',
              failed ? 'text-danger' : 'text-soft',
            )}
          >
            {failed && <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />}
            {words}
          </p>
        )}
        {stage !== 'done' && !failed && (
          <>
            <Progress label={`${name}: ${words}`} value={share} className="mt-2" />
            <Steps stage={stage} />
          </>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-1">{deeds}</div>
    </li>
  )
}

/** Which part of the way it is on, under the bar. */
function Steps({ stage }: { stage: Stage }) {
  const at = STEPS.findIndex((step) => step.stage === stage)
  return (
    <ol aria-hidden className="mt-1 flex justify-between text-12">
      {STEPS.map(({ label }, step) => (
        <li key={label} className={step === at ? 'font-medium text-ink' : 'text-soft'}>
          {label}
        </li>
      ))}
    </ol>
  )
}
