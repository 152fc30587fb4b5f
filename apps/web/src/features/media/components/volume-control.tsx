import { Volume1, Volume2, VolumeX } from 'lucide-react'
import { IconButton } from '@/ui/icon-button'
import { Range } from '@/ui/range'

type VolumeControlProps = {
  /** 0–1, and 0 while it is muted. */
  volume: number
  onChange: (volume: number) => void
  onMute: () => void
}

/** How loud it is; for mice alone, since phones have buttons of their own and some let no page touch them. */
export function VolumeControl({ volume, onChange, onMute }: VolumeControlProps) {
  const icon = volume === 0 ? <VolumeX /> : volume < 0.5 ? <Volume1 /> : <Volume2 />
  return (
    <span className="flex items-center pointer-coarse:hidden">
      <IconButton label={volume === 0 ? 'Unmute' : 'Mute'} icon={icon} onClick={onMute} />
      <Range
        label="Volume"
        value={volume}
        text={`${Math.round(volume * 100)} %`}
        onChange={onChange}
        className="w-20"
      />
    </span>
  )
}
