import { useNavigate } from '@tanstack/react-router'
import {
  AudioWaveform,
  CalendarSync,
  Download,
  Ellipsis,
  FileDown,
  Flag,
  Info,
  PencilLine,
  Trash2,
} from 'lucide-react'
import { download } from '@/lib/download'
import { nameOf, titleOf } from '@/lib/media-words'
import { openReport, useCanReport } from '@/lib/reporting'
import { DropdownMenu, type MenuItem } from '@/ui/dropdown-menu'
import { IconButton } from '@/ui/icon-button'
import type { Recording } from '../recordings'
import type { RecordingAsked } from './recording-dialogs'

type RecordingMenuProps = {
  recording: Recording
  onAsk: (about: RecordingAsked['about']) => void
  onDelete: () => void
}

/** What can be done with a recording: keep a copy, and with one's own more. */
export function RecordingMenu({ recording, onAsk, onDelete }: RecordingMenuProps) {
  const { stream, original } = recording.urls
  const canReport = useCanReport()
  const navigate = useNavigate()
  const items: MenuItem[] = []
  if (recording.kind === 'audio') {
    items.push({
      label: 'What is heard in it',
      icon: <AudioWaveform />,
      onSelect: () => void navigate({ to: '/sound-lab/$audioId', params: { audioId: recording.id } }),
    })
  }
  if (original !== undefined) {
    items.push(
      { label: 'Edit', icon: <PencilLine />, onSelect: () => onAsk('edit') },
      { label: 'Move to another show', icon: <CalendarSync />, onSelect: () => onAsk('move') },
      { label: 'What the file says', icon: <Info />, onSelect: () => onAsk('details') },
    )
  }
  if (stream !== undefined) {
    const label = recording.kind === 'audio' ? 'Download as M4A' : 'Download as MP4'
    items.push({ label, icon: <Download />, onSelect: () => download(`${stream}?download=1`) })
  }
  if (original === undefined && canReport) {
    const name = `the ${recording.kind === 'audio' ? 'recording' : 'video'} by ${nameOf(recording)}`
    items.push({
      label: 'Report',
      icon: <Flag />,
      onSelect: () => openReport({ target: recording.kind, id: recording.id, name }),
    })
  }
  if (original !== undefined) {
    items.push(
      {
        label: 'Download the original',
        icon: <FileDown />,
        onSelect: () => download(`${original}?download=1`),
      },
      { label: 'Delete', icon: <Trash2 />, onSelect: onDelete, danger: true },
    )
  }
  if (items.length === 0) return null
  return (
    <DropdownMenu
      trigger={<IconButton label={`More about ${titleOf(recording)}`} icon={<Ellipsis />} />}
      items={items}
    />
  )
}
