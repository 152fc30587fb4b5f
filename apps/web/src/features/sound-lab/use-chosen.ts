import { useState } from 'react'

/** At most two that are to be compared; a third takes the place of the one that was chosen last. */
export function useChosen() {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const choose = (id: string) =>
    setChosen((known) => {
      if (known.includes(id)) return known.filter((one) => one !== id)
      return [...known.slice(0, 1), id]
    })
  return { chosen, choose, end: () => setChosen([]) }
}
