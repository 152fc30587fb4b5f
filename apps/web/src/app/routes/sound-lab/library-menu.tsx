import type { LibraryItem } from '@sharemyshows/contract/audio-library'
import { useNavigate } from '@tanstack/react-router'
import { ChartNoAxesColumn, Download, Ellipsis, RotateCcw, Square, Ticket, Trash2 } from 'lucide-react'
import { useDeleteRecording } from '@/features/media/use-delete-recording'
import { useAnalyse, useCancelAnalysis, useTakeOut } from '@/features/sound-lab/api'
import { canAnalyse, isAtWork } from '@/features/sound-lab/model'
import { download } from '@/lib/download'
import { titleOf } from '@/lib/media-words'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'

/** What can be done with a recording of the library. */
export function LibraryMenu({ item }: { item: LibraryItem }) {
  const { audio, analysis } = item
  const { id, show_id: showId, urls } = audio
  const navigate = useNavigate()
  const analyse = useAnalyse()
  const stop = useCancelAnalysis()
  const remove = useDeleteRecording()
  const takeOut = useTakeOut()
  const items: (MenuItem | false)[] = [
    {
      label: 'What was found',
      icon: <ChartNoAxesColumn />,
      onSelect: () => void navigate({ to: '/sound-lab/$audioId', params: { audioId: id } }),
    },
    showId !== null && {
      label: 'The show',
      icon: <Ticket />,
      onSelect: () => void navigate({ to: '/shows/$showId/audio', params: { showId } }),
    },
    isAtWork(analysis) && {
      label: 'Stop analysing',
      icon: <Square />,
      onSelect: () => stop.mutate(id),
    },
    canAnalyse(item) && {
      label: analysis.state === 'done' ? 'Analyse again' : 'Analyse',
      icon: <RotateCcw />,
      onSelect: () => analyse.mutate({ id, again: analysis.state === 'done' }),
    },
    urls.original !== undefined && {
      label: 'Download the original',
      icon: <Download />,
      onSelect: () => download(`${urls.original}?download=1`),
    },
    {
      label: 'Delete',
      icon: <Trash2 />,
      danger: true,
      onSelect: () => {
        takeOut(id)
        remove(audio)
      },
    },
  ]
  return (
    <DropdownMenu
      trigger={<IconButton label={`More about ${titleOf(audio)}`} icon={<Ellipsis />} />}
      items={items.filter((one) => one !== false)}
    />
  )
}
