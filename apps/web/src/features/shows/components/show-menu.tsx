import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, PencilLine, Share, Trash2 } from 'lucide-react'
import { shareLink } from '@/lib/share'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { toast } from '@/ui/toast'
import type { Show } from '../model'

/** What else can be done with a show: share it while everyone may see it, edit or delete it while I attend. */
export function ShowMenu({ show, onRemove }: { show: Show; onRemove: () => void }) {
  const navigate = useNavigate()
  const items: MenuItem[] = []
  if (show.my_attendance) {
    items.push({
      label: 'Edit',
      icon: <PencilLine />,
      onSelect: () => navigate({ to: '/shows/edit/$showId', params: { showId: show.id } }),
    })
    items.push({ label: 'Delete from my diary', icon: <Trash2 />, onSelect: onRemove, danger: true })
  }
  return (
    <div className="flex">
      {show.is_public && <IconButton label="Share" icon={<Share />} onClick={() => share(show)} />}
      {items.length > 0 && (
        <DropdownMenu trigger={<IconButton label="More" icon={<Ellipsis />} />} items={items} />
      )}
    </div>
  )
}

async function share({ id, artist_name, venue_name }: Show) {
  const address = new URL(`/shows/${id}`, window.location.href).href
  const way = await shareLink(address, `${artist_name} at ${venue_name}`)
  if (way === 'copied') toast.done('Link copied')
  if (way === 'refused') toast.note(`Copy it by hand: ${address}`)
}
