import { ArrowDown, ArrowUp, Ellipsis, ListEnd, PencilLine, Sparkles, Trash2 } from 'lucide-react'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import type { Song } from '../model'
import type { LineDeeds } from '../row'
import type { Item } from '../sections'

/** Everything that can be done with a song, for phones and for those who do not know the keys. */
export function SongMenu({ song, deeds }: { song: Song; deeds: LineDeeds }) {
  const item: Item = { kind: 'song', id: song.id, song }
  const begin = (encore: boolean) => () => deeds.begin(song, encore)
  return (
    <DropdownMenu
      trigger={<IconButton label={`More for ${song.song_name}`} icon={<Ellipsis />} />}
      items={[
        { label: 'Edit', icon: <PencilLine />, onSelect: () => deeds.edit(song) },
        { label: 'Move up', icon: <ArrowUp />, onSelect: () => deeds.move(item, -1) },
        { label: 'Move down', icon: <ArrowDown />, onSelect: () => deeds.move(item, 1) },
        ...(song.encore ? [] : [{ label: 'Begin a set here', icon: <ListEnd />, onSelect: begin(false) }]),
        {
          label: song.encore ? 'Begin another encore here' : 'Begin the encore here',
          icon: <Sparkles />,
          onSelect: begin(true),
        },
        { label: 'Remove', icon: <Trash2 />, onSelect: () => deeds.remove(song), danger: true },
      ]}
    />
  )
}
