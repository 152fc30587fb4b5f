import { Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Range } from '@/ui/range'

/** The provider is asked once the hand rests (ms). */
const REST_MS = 300

/** How loud it is there, in percent. */
export function RemoteVolume({ volume, onChange }: { volume: number; onChange: (volume: number) => void }) {
  const [wanted, setWanted] = useState<number>()
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])
  const set = (share: number) => {
    const next = Math.round(share * 100)
    setWanted(next)
    clearTimeout(rest.current)
    rest.current = setTimeout(() => {
      onChange(next)
      setWanted(undefined)
    }, REST_MS)
  }
  const shown = wanted ?? volume
  return (
    <span className="flex items-center gap-2 text-soft">
      <Volume2 aria-hidden className="size-5" />
      <Range
        label="Volume at Spotify"
        value={shown / 100}
        text={`${shown} %`}
        onChange={set}
        className="w-32"
      />
    </span>
  )
}
