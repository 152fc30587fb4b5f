import { RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMediaQuery } from '@/lib/hooks'
import { Memories } from './memories'
import { Ticket } from './ticket'
import './flip.css'

const TURNS_BY_ITSELF_AFTER_MS = 2600

/**
 * A ticket that turns over to the memories of its night: once by itself, so that everybody sees it can,
 * then by tap, click or Enter. Under reduced motion it never moves unasked and the faces just change.
 */
export function FlipTicket({ tint }: { tint: number }) {
  const still = useMediaQuery('(prefers-reduced-motion: reduce)')
  const [turned, setTurned] = useState(false)
  const [touched, setTouched] = useState(false)

  useEffect(() => {
    if (still || touched) return
    const timer = setTimeout(() => setTurned(true), TURNS_BY_ITSELF_AFTER_MS)
    return () => clearTimeout(timer)
  }, [still, touched])

  const turn = () => {
    setTouched(true)
    setTurned(!turned)
  }
  return (
    <div className="flip" data-turned={turned || undefined}>
      <div className="flip-card">
        <div className="flip-face" inert={turned}>
          <Ticket tint={tint} />
        </div>
        <div className="flip-face flip-behind" inert={!turned}>
          <Memories tint={tint} />
        </div>
      </div>
      <button type="button" aria-pressed={turned} onClick={turn} className="flip-button">
        <RotateCw aria-hidden className="size-3.5" />
        {turned ? 'Back to the ticket' : 'Turn it over'}
      </button>
    </div>
  )
}
