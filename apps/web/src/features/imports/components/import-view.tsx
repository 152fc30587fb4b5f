import type { Import } from '@sharemyshows/contract/imports'
import type { ChosenAudience } from '@/lib/audience'
import { isRereading } from '../model'
import { Ended } from './ended'
import { OutcomeSection } from './outcome-section'
import { Preview } from './preview'
import { Working } from './working'

/** An import in whatever state it is, one thing at a time. */
export function ImportView({ one, audience }: { one: Import; audience: ChosenAudience }) {
  if (one.state === 'preview' || isRereading(one)) return <Preview one={one} audience={audience} />
  if (one.state === 'running') return <Working one={one} />
  return (
    <>
      <Ended one={one} />
      <OutcomeSection one={one} />
    </>
  )
}
