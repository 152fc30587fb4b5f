import { cn } from '@/lib/cn'
import { sayConfidence } from '../analysis-words'
import { sayShare } from '../model'

type ConfidenceRingProps = { confidence: number; className?: string }

/** How sure the engine is, as a ring with its word beside it. */
export function ConfidenceRing({ confidence, className }: ConfidenceRingProps) {
  return (
    <span
      className={cn('inline-flex items-center gap-1.5 whitespace-nowrap text-12 text-soft', className)}
      title={`Confidence ${sayShare(confidence)}`}
    >
      <svg aria-hidden viewBox="0 0 20 20" className="-rotate-90 size-5 shrink-0">
        <circle cx={10} cy={10} r={8} fill="none" strokeWidth={3} className="stroke-ink/12" />
        <circle
          cx={10}
          cy={10}
          r={8}
          fill="none"
          strokeWidth={3}
          pathLength={100}
          strokeDasharray={`${confidence * 100} 100`}
          className="stroke-accent transition-[stroke-dasharray] duration-place"
        />
      </svg>
      <span className="sr-only">Confidence {sayShare(confidence)}: </span>
      {sayConfidence(confidence)}
    </span>
  )
}
