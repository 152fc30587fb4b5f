import { type SyntheticEvent, useEffect, useState } from 'react'
import type { Playing } from '../timeline'
import { GalleryView } from './gallery-view'

/** Pictures of a file that stays on this device, with a player of its own. */
export function GalleryFile({ file }: { file: File }) {
  const [source] = useState({ file })
  const [address, setAddress] = useState<string>()
  const [sound, setSound] = useState<HTMLAudioElement | null>(null)
  const [playing, setPlaying] = useState<Playing>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  const follow = ({
    currentTarget: { currentTime, paused, playbackRate },
  }: SyntheticEvent<HTMLAudioElement>) =>
    setPlaying({ position: currentTime, moving: !paused, rate: playbackRate })
  const seek = (seconds: number) => {
    if (sound === null) return
    sound.currentTime = seconds
    void sound.play().catch(() => undefined)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: it is whatever lies on this device */}
      <audio
        ref={setSound}
        src={address}
        controls
        aria-label={file.name}
        onTimeUpdate={follow}
        onSeeked={follow}
        onPause={follow}
        className="mb-4 w-full"
      />
      <GalleryView source={source} title={file.name} playing={playing} onSeek={seek} />
    </>
  )
}
