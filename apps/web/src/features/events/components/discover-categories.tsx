import { useQuery } from '@tanstack/react-query'
import { ChoiceChips } from '@/ui/choice-chips'
import type { DiscoverAddress } from '../address'
import { categoriesQuery } from '../api'

type DiscoverCategoriesProps = { address: DiscoverAddress; onChange: (address: DiscoverAddress) => void }

/** What kind of night, by the categories there are; nothing where there is no choice. */
export function DiscoverCategories({ address, onChange }: DiscoverCategoriesProps) {
  const { data = [] } = useQuery(categoriesQuery)
  const chosen = address.category
  const names = data.map(({ category }) => category)
  // one that a shared address names, and that nothing is of today
  const missing = chosen && !names.some((name) => isSame(name, chosen)) ? [chosen] : []
  const all = [...missing, ...names]
  if (all.length < 2 && !chosen) return null
  return (
    <ChoiceChips
      label="What kind"
      options={[
        { value: undefined, label: 'Everything' },
        ...all.map((name) => ({ value: name, label: name })),
      ]}
      value={all.find((name) => chosen && isSame(name, chosen))}
      onChange={(category) => onChange({ ...address, category })}
    />
  )
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
