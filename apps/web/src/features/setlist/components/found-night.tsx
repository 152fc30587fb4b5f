import type { LookedUpSetlist, Attribution as Owed } from '@sharemyshows/contract/lookups'
import { Attribution } from '@/ui/attribution'
import { RadioCards } from '@/ui/radio-cards'
import { sayNight } from '../found'
import { sayCount } from '../model'

type FoundNightProps = {
  nights: readonly LookedUpSetlist[]
  night: LookedUpSetlist
  choose: (id: string) => void
  owed: Owed | null
}

/** Which night it is that others wrote down, and the way to where they did. */
export function FoundNight({ nights, night, choose, owed }: FoundNightProps) {
  return (
    <div>
      {nights.length > 1 ? (
        <RadioCards
          label="More than one was written down. Which is it?"
          options={nights.map((one) => ({
            value: one.id,
            label: one.artist.name,
            hint: `${sayNight(one)} · ${sayCount(one.songs)}`,
          }))}
          value={night.id}
          onChange={choose}
        />
      ) : (
        <p className="wrap-anywhere text-14">
          <span className="font-medium">{night.artist.name}</span>
          <span className="block text-soft">{sayNight(night)}</span>
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 text-12 text-soft">
        {night.songs.length === 0 && 'Nobody has written songs down there yet.'}
        {owed && <Attribution text={`The original at ${owed.text}`} url={night.url ?? owed.url} />}
      </p>
    </div>
  )
}
