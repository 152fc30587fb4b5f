import { useId, useState } from 'react'
import { Segmented } from '@/ui/segmented'
import { Nights } from './nights'
import type { About } from './show-stub'

type WhoseNightsProps = {
  /** What the page is about: an artist or a venue. */
  about: About
  /** How many of the shows are mine, and whether there are more. */
  mine: number
  others: boolean
}

/** Shows that are over: mine where I was at some, or everyone's. */
export function WhoseNights({ about, mine, others }: WhoseNightsProps) {
  const heading = useId()
  const [whose, setWhose] = useState<'mine' | 'all'>(mine > 0 ? 'mine' : 'all')
  return (
    <section aria-labelledby={heading}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id={heading} className="text-28">
          {whose === 'mine' ? 'Your nights' : 'Nights'}
        </h2>
        {mine > 0 && others && (
          <Segmented
            label="Whose nights"
            options={[
              { value: 'mine', label: 'Yours' },
              { value: 'all', label: 'Everyone’s' },
            ]}
            value={whose}
            onChange={setWhose}
          />
        )}
      </div>
      <Nights
        filter={{ ...about, scope: whose }}
        about={about}
        whenEmpty={<p className="text-14 text-soft">Nothing that is over yet.</p>}
      />
    </section>
  )
}
