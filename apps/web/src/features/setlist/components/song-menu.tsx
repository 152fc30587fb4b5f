import { ArrowDown, ArrowUp, Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import type { SongRowProps } from '../row'

type SongMenuProps = Pick<SongRowProps, 'song' | 'first' | 'last' | 'onMove' | 'onEdit' | 'onRemove'>

/** Everything that can be done with a song, for phones and for those who do not know the keys. */
export function SongMenu({ song, first, last, onMove, onEdit, onRemove }: SongMenuProps) {
  return (
    <DropdownMenu
      trigger={<IconButton label={`More for ${song.song_name}`} icon={<Ellipsis />} />}
      items={[
        { label: 'Edit', icon: <PencilLine />, onSelect: onEdit },
        { label: 'Move up', icon: <ArrowUp />, onSelect: () => onMove(-1), disabled: first },
        { label: 'Move down', icon: <ArrowDown />, onSelect: () => onMove(1), disabled: last },
        { label: 'Remove', icon: <Trash2 />, onSelect: onRemove, danger: true },
      ]}
    />
  )
}
