import { useQuery } from '@tanstack/react-query'
import { instanceQuery } from '@/features/accounts/instance'
import { DataSources } from '@/features/enrichment/components/data-sources'
import { Page } from '../shell/page'

/** Whose data it is that stands here beside what people wrote themselves. */
export function AboutData() {
  const { data } = useQuery(instanceQuery)
  return (
    <Page title="Whose data this is" narrow>
      <DataSources asks={data?.asks} tiles={data?.map?.attribution} />
    </Page>
  )
}
