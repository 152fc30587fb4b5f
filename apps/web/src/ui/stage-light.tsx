import type { CSSProperties, ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { type TintSource, tintStyle } from './tint'

type StageLightProps = {
  tint: TintSource
  /** Where the lamp hangs, as a CSS percentage of the width. */
  from?: string
  className?: string
  children: ReactNode
}

/** A page (or part of one) under a beam that falls from its top edge and fades into the dark. */
export function StageLight({ tint, from = '50%', className, children }: StageLightProps) {
  return (
    <div className={cn('tinted relative isolate', className)} style={tintStyle(tint)}>
      <div aria-hidden className="stage-light -z-10" style={{ '--beam-x': from } as CSSProperties} />
      {children}
    </div>
  )
}
