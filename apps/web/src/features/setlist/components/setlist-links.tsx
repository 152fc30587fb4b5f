import { useQuery } from '@tanstack/react-query'
import { Attribution } from '@/ui/attribution'
import { linksQuery } from '../api'

/** Where songs were taken from; it stays under them, as those ask for who wrote them down. */
export function SetlistLinks({ showId }: { showId: string }) {
  const { data } = useQuery(linksQuery(showId))
  if (!data || data.length === 0) return null
  return (
    <p className="mt-4 flex flex-wrap gap-x-4 text-12 text-soft">
      {data.map(({ provider, external_id, url, attribution }) => (
        <Attribution key={`${provider} ${external_id}`} text={`From ${attribution.text}`} url={url} />
      ))}
    </p>
  )
}
