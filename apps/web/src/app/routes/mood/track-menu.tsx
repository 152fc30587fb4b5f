import type { Track } from '@sharemyshows/contract/music'
import { useNavigate } from '@tanstack/react-router'
import { ChartNoAxesColumn, CircleMinus, Ellipsis, ListPlus, Pencil, Ticket } from 'lucide-react'
import { useState } from 'react'
import { useLeaveOut } from '@/features/music/api'
import { RenameDialog } from '@/features/music/components/rename-dialog'
import { AddToPlaylist } from '@/features/playlists/components/add-to-playlist'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'

/** What can be done with a track of my music. */
export function TrackMenu({ track }: { track: Track }) {
  const { id, name, audio_id: audioId, heard_live: live } = track
  const [open, setOpen] = useState<'rename' | 'playlist'>()
  const navigate = useNavigate()
  const leaveOut = useLeaveOut()
  const items: (MenuItem | false)[] = [
    { label: 'Add to a playlist', icon: <ListPlus />, onSelect: () => setOpen('playlist') },
    { label: 'Rename', icon: <Pencil />, onSelect: () => setOpen('rename') },
    audioId !== null && {
      label: 'What was found',
      icon: <ChartNoAxesColumn />,
      onSelect: () => void navigate({ to: '/sound-lab/$audioId', params: { audioId } }),
    },
    live !== null && {
      label: 'The show',
      icon: <Ticket />,
      onSelect: () => void navigate({ to: '/shows/$showId', params: { showId: live.show_id } }),
    },
    { label: 'Take out of my music', icon: <CircleMinus />, danger: true, onSelect: () => leaveOut(track) },
  ]
  const close = () => setOpen(undefined)
  return (
    <>
      <DropdownMenu
        trigger={<IconButton label={`More about ${name}`} icon={<Ellipsis />} />}
        items={items.filter((one) => one !== false)}
      />
      {open === 'rename' && <RenameDialog track={track} onClose={close} />}
      {open === 'playlist' && <AddToPlaylist name={name} trackId={id} onClose={close} />}
    </>
  )
}
