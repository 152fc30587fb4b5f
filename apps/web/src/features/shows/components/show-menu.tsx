import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Flag, History, PencilLine, Trash2 } from 'lucide-react'
import { openReport, useCanReport } from '@/lib/reporting'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import { ShareButton } from '@/ui/share-button'
import type { Show } from '../model'

const CLOSED = 'You keep this night to yourself. Let everyone see it under Edit, then share it.'
const NOT_FOR_ALL = 'This event is not for everyone. Its staff say who sees it.'

/** What else can be done with a show: share it while everyone may see it, see its history, edit or delete it while I attend. */
export function ShowMenu({ show, onRemove }: { show: Show; onRemove: () => void }) {
  const navigate = useNavigate()
  const canReport = useCanReport()
  const items: MenuItem[] = []
  if (show.my_attendance) {
    items.push({
      label: 'Edit',
      icon: <PencilLine />,
      onSelect: () => navigate({ to: '/shows/edit/$showId', params: { showId: show.id } }),
    })
  }
  items.push({
    label: 'History',
    icon: <History />,
    onSelect: () => navigate({ to: '/shows/$showId/history', params: { showId: show.id } }),
  })
  if (canReport) {
    items.push({
      label: 'Report',
      icon: <Flag />,
      onSelect: () => openReport({ target: 'show', id: show.id, name: 'this show' }),
    })
  }
  if (show.my_attendance) {
    items.push({ label: 'Delete from my diary', icon: <Trash2 />, onSelect: onRemove, danger: true })
  }
  return (
    <div className="flex">
      <ShareButton
        path={`/shows/${show.id}`}
        title={`${show.artist_name} at ${show.venue_name}`}
        closed={show.is_public ? undefined : show.event ? NOT_FOR_ALL : CLOSED}
      />
      <DropdownMenu trigger={<IconButton label="More" icon={<Ellipsis />} />} items={items} />
    </div>
  )
}
