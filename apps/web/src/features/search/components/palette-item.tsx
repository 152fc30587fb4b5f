import { Command } from 'cmdk'
import type { ReactNode } from 'react'

const ITEM = [
  'flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 text-16 data-[selected=true]:bg-ink/10',
  '[&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-soft',
].join(' ')
const GROUP = [
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1',
  '[&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-soft',
].join(' ')

/** One line of the palette; `value` tells it from the others. */
export function PaletteItem(props: { value: string; onSelect: () => void; children: ReactNode }) {
  return <Command.Item {...props} className={ITEM} />
}

/** Lines under a heading. */
export function PaletteGroup(props: { heading: string; children: ReactNode }) {
  return <Command.Group {...props} className={GROUP} />
}
