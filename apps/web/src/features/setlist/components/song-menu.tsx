import { ArrowDown, ArrowUp, Ellipsis, ListEnd, PencilLine, Sparkles, Trash2 } from 'lucide-react'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import type { Song } from '../model'
import type { LineState } from '../row'

type SongMenuProps = LineState & { song: Song; opens: boolean }

/** Everything that can be done with a song, for phones and for those who do not know the keys. */
export function SongMenu({ song, deeds, opens, top, bottom }: SongMenuProps) {
  const begin = (encore: boolean) => () => deeds.begin(song, encore)
  const beginSet = { label: 'Begin a set here', icon: <ListEnd />, onSelect: begin(false), disabled: opens }
  const beginEncore = {
    label: song.encore ? 'Begin another encore here' : 'Begin the encore here',
    icon: <Sparkles />,
    onSelect: begin(true),
    disabled: song.encore && opens,
  }
  return (
    <DropdownMenu
      trigger={<IconButton label={`More for ${song.song_name}`} icon={<Ellipsis />} />}
      items={[
        { label: 'Edit', icon: <PencilLine />, onSelect: () => deeds.edit(song) },
        { label: 'Move up', icon: <ArrowUp />, onSelect: () => deeds.move(song.id, -1), disabled: top },
        { label: 'Move down', icon: <ArrowDown />, onSelect: () => deeds.move(song.id, 1), disabled: bottom },
        ...(song.encore ? [] : [beginSet]),
        beginEncore,
        { label: 'Remove', icon: <Trash2 />, onSelect: () => deeds.remove(song), danger: true },
      ]}
    />
  )
}
