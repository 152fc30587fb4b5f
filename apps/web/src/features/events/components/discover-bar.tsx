import { SearchBox } from '@/ui/search-box'
import { DiscoverCategories } from './discover-categories'
import { DiscoverPlace } from './discover-place'
import { DiscoverWhen } from './discover-when'

type DiscoverBarProps = Parameters<typeof DiscoverPlace>[0] & Parameters<typeof DiscoverWhen>[0]

/** Where, when, what: everything here stands in the address. */
export function DiscoverBar({ address, onChange, CityField, today }: DiscoverBarProps) {
  return (
    <div className="flex flex-col gap-2">
      <div className="flex gap-2 max-sm:flex-col">
        <DiscoverPlace {...{ address, onChange, CityField }} />
        <SearchBox
          label="Search events"
          placeholder="Artist, venue, title"
          q={address.q ?? ''}
          onChange={(typed) => onChange({ ...address, q: typed || undefined })}
        />
      </div>
      <DiscoverWhen {...{ address, onChange, today }} />
      <DiscoverCategories {...{ address, onChange }} />
    </div>
  )
}
