import type { Analysis } from '@sharemyshows/contract/analysis'
import { Blend, Unlink } from 'lucide-react'
import { verdictOf } from '../compare'
import { Panel } from './panel'

/** Whether one can be mixed into the other, in words: the first thing one wants to know. */
export function CompareVerdict({ a, b }: { a: Analysis; b: Analysis }) {
  const verdict = verdictOf(a, b)
  const Icon = verdict?.mixes ? Blend : Unlink
  return (
    <Panel glow={verdict?.mixes ?? false}>
      <div className="flex items-center gap-4">
        <Icon aria-hidden className="size-8 shrink-0 text-accent" />
        <div>
          <h2 className="text-20 sm:text-28">{verdict?.title ?? 'Nothing to mix by'}</h2>
          <p className="text-14 text-soft">
            {verdict?.words ?? 'At least one of them has neither a key nor a tempo.'}
          </p>
        </div>
      </div>
    </Panel>
  )
}
