import type { Playlist } from '@sharemyshows/contract/playlists'
import { Download, Ellipsis, Pencil, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { download } from '@/lib/download'
import { sayProblem } from '@/lib/problem'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { DropdownMenu } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { toast } from '@/ui/toast'
import { m3uOf, useRemovePlaylist } from '../api'
import { useSending } from '../use-sending'
import { RenamePlaylistDialog } from './playlist-dialog'

type PlaylistMenuProps = { playlist: Playlist; onGone: () => void }

/** What can be done with a playlist. */
export function PlaylistMenu({ playlist, onGone }: PlaylistMenuProps) {
  const { id, name, tracks, spotify_url: sent } = playlist
  const [open, setOpen] = useState<'rename' | 'delete'>()
  const remove = useRemovePlaylist()
  const send = useSending(playlist)
  const close = () => setOpen(undefined)
  const drop = async () => {
    try {
      await remove.mutateAsync(id)
      toast.done(`${name} is deleted`)
      onGone()
    } catch (error) {
      toast.failed(sayProblem(error))
      throw error
    }
  }
  return (
    <>
      <DropdownMenu
        trigger={<IconButton label="More" icon={<Ellipsis />} />}
        items={[
          { label: 'Rename', icon: <Pencil />, onSelect: () => setOpen('rename') },
          {
            label: 'Download as M3U',
            icon: <Download />,
            disabled: tracks === 0,
            onSelect: () => download(m3uOf(id)),
          },
          {
            label: sent ? 'Send to Spotify again' : 'Send to Spotify',
            icon: <Send />,
            disabled: tracks === 0,
            onSelect: send,
          },
          { label: 'Delete', icon: <Trash2 />, danger: true, onSelect: () => setOpen('delete') },
        ]}
      />
      {open === 'rename' && <RenamePlaylistDialog playlist={playlist} onClose={close} />}
      <ConfirmDialog
        open={open === 'delete'}
        onOpenChange={close}
        title={`Delete ${name}?`}
        description="The list goes; its tracks stay in your music. What was sent to Spotify stays there."
        confirmLabel="Delete the playlist"
        onConfirm={drop}
      />
    </>
  )
}
