import type { ImportSource } from '@sharemyshows/contract/imports'
import { CalendarDays, FileArchive, ListMusic, type LucideIcon, Table2 } from 'lucide-react'
import { SOURCES } from '../model'

const ICONS: Record<(typeof SOURCES)[ImportSource]['icon'], LucideIcon> = {
  table: Table2,
  calendar: CalendarDays,
  list: ListMusic,
  archive: FileArchive,
}

/** Where it comes from, as a sign. */
export function SourceIcon({ source }: { source: ImportSource }) {
  const Icon = ICONS[SOURCES[source].icon]
  return <Icon aria-hidden className="size-6 shrink-0 stroke-[1.5] text-soft" />
}
