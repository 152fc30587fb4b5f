import { LayoutGrid, Rows3, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { CatalogFields } from '@/features/catalog/model'
import { IconButton } from '@/ui/icon-button'
import { SearchBox } from '@/ui/search-box'
import { Segmented } from '@/ui/segmented'
import type { DiarySearch } from '../filter'
import { FilterDialog } from './filter-dialog'
import type { View } from './show-list'

const SCOPES = [
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'Everyone’s' },
] as const

const VIEWS = [
  { value: 'timeline', label: <ViewName icon={<Rows3 aria-hidden />} name="Timeline" /> },
  { value: 'posters', label: <ViewName icon={<LayoutGrid aria-hidden />} name="Posters" /> },
] as const

type DiaryToolbarProps = {
  search: DiarySearch
  onChange: (search: DiarySearch) => void
  fields: CatalogFields
}

/** Whose shows, which of them, and how they are drawn. */
export function DiaryToolbar({ search, onChange, fields }: DiaryToolbarProps) {
  const [filtering, setFiltering] = useState(false)
  const view: View = search.view ?? 'timeline'
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="flex min-w-0 flex-1 basis-72 gap-1">
        <SearchBox
          label="Search shows"
          placeholder="Artist, venue, city"
          q={search.q ?? ''}
          onChange={(q) => onChange({ ...search, q: q || undefined })}
        />
        <IconButton label="Filter" icon={<SlidersHorizontal />} onClick={() => setFiltering(true)} />
      </div>
      <div className="flex gap-3 max-sm:w-full max-sm:justify-between">
        <Segmented
          label="Whose shows"
          options={SCOPES}
          value={search.scope ?? 'mine'}
          onChange={(scope) => onChange({ ...search, scope: scope === 'all' ? scope : undefined })}
        />
        <Segmented
          label="Drawn as"
          options={VIEWS}
          value={view}
          onChange={(next) => onChange({ ...search, view: next === 'posters' ? next : undefined })}
        />
      </div>
      <FilterDialog open={filtering} onOpenChange={setFiltering} {...{ search, onChange, fields }} />
    </div>
  )
}

function ViewName({ icon, name }: { icon: React.ReactNode; name: string }) {
  return (
    <>
      {icon}
      <span className="sr-only">{name}</span>
    </>
  )
}
