import type { Provider, Attribution as Words } from '@sharemyshows/contract/lookups'
import { Attribution } from '@/ui/attribution'
import { elsewhere } from '../outside'

type OwedProps = { attribution: Words | null; items: readonly { source: Provider }[] }

/** Whom the suggestions from elsewhere are owed to, as long as there are any. */
export function Owed({ attribution, items }: OwedProps) {
  if (attribution === null || items.every((item) => elsewhere(item) === undefined)) return null
  return <Attribution {...attribution} />
}
