import { AudioWaveform } from 'lucide-react'
import { DropAnywhere } from '@/features/media/components/drop-anywhere'
import { acceptOf, wordsOf } from '@/features/media/upload-formats'
import { Panel } from '@/features/sound-lab/components/panel'
import { useMediaQuery } from '@/lib/hooks'
import { DropZone } from '@/ui/drop-zone'
import { useSendRecordings } from '../../use-send-recordings'

/** Takes recordings: by choosing, by pasting, or dropped anywhere on the page. */
export function AddRecordings() {
  const send = useSendRecordings()
  const onPhone = useMediaQuery('(pointer: coarse)')
  return (
    <Panel glow className="p-2 sm:p-2">
      <DropAnywhere onFiles={send} words="Let go to have them analysed" />
      <DropZone
        label={onPhone ? 'Choose recordings' : 'Drop recordings anywhere on this page, or choose them'}
        hint={`${wordsOf('audio')}, four hours at most`}
        icon={<AudioWaveform />}
        accept={acceptOf(['audio'])}
        onFiles={send}
        className="min-h-40 border-transparent"
      />
    </Panel>
  )
}
