import { useEffect, useState } from 'react'
import { useRested } from '@/lib/hooks'
import { checkPassword } from './password'
import type { Strength } from './password-strength'

/** Once the typing has rested this long (ms) it is judged, so that this never gets in its way. */
const REST_MS = 200

/** The strength of a password that is long enough; undefined while it is not, or is not known yet. */
export function usePasswordStrength(password: string, known: readonly string[]): Strength | undefined {
  const rested = useRested(password, REST_MS)
  const words = known.join('\n')
  const [judged, setJudged] = useState<{ password: string; strength: Strength }>()
  useEffect(() => {
    if (checkPassword(rested)) return
    let wanted = true
    import('./password-strength')
      .then(({ judge }) => {
        if (wanted) setJudged({ password: rested, strength: judge(rested, words.split('\n')) })
      })
      // Without it the length still counts, and the server judges anyhow.
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [rested, words])
  return checkPassword(password) ? undefined : judged?.strength
}
