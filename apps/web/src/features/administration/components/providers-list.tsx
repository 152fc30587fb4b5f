import type { LookupResult } from '@sharemyshows/contract/lookups'
import type { ProviderStanding } from '@sharemyshows/contract/providers'
import { useQuery } from '@tanstack/react-query'
import { sayProblem } from '@/lib/problem'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { DataCell, DataRow, DataTable } from '@/ui/data-table'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { toast } from '@/ui/toast'
import { providersQuery, useCheckProvider } from '../api'
import { canBeAsked, inOrder, PROVIDER_USES, sayAsked, sayHeard, stateOf } from '../providers'

/** Whom this server may ask elsewhere, how things stand with each, and asking one now. */
export function ProvidersList() {
  const { data, error, refetch, dataUpdatedAt } = useQuery(providersQuery)
  if (!data) {
    return error ? <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} /> : <Waiting />
  }
  const none = data.every(({ configured }) => !configured)
  return (
    <>
      <p className="mb-6 max-w-2xl text-14 text-soft">
        {none && 'None is set up, and none has to be. '}
        Without them names are suggested from what is here and from the towns that come with ShareMyShows.
        Each is set up by a setting of the server; the operator’s guide says how, and what its terms ask for.
      </p>
      <DataTable label="Providers" columns={['Provider', 'State', 'Asked today', 'Last heard', '']}>
        {inOrder(data).map((standing) => (
          <ProviderRow key={standing.name} standing={standing} now={dataUpdatedAt} />
        ))}
      </DataTable>
    </>
  )
}

function ProviderRow({ standing, now }: { standing: ProviderStanding; now: number }) {
  const { name, title, setting, configured, reachable, last_error } = standing
  const { words, tone } = stateOf(standing)
  const check = useCheckProvider()
  const ask = () =>
    check.mutateAsync(name).then(
      ({ result }) => (FINE.has(result) ? toast.done(`${title} answers`) : toast.failed(OUTCOMES[result])),
      (error) => toast.failed(sayProblem(error)),
    )
  return (
    <DataRow>
      <DataCell as="wide">
        <span className="block font-medium">{title}</span>
        <span className="block text-12 text-soft">{PROVIDER_USES[name]}</span>
        <code className="text-12 text-soft">{setting}</code>
      </DataCell>
      <DataCell>
        <Badge tone={tone}>{words}</Badge>
      </DataCell>
      <DataCell className="text-soft tabular-nums">
        {configured && (
          <>
            {sayAsked(standing)}
            <span className="md:sr-only"> asked today</span>
          </>
        )}
      </DataCell>
      <DataCell className="wrap-anywhere text-soft">
        {sayHeard(standing, now)}
        {reachable === false && last_error && <span className="block text-danger">{last_error}</span>}
      </DataCell>
      <DataCell as="deeds">
        {canBeAsked(standing) && (
          <Button
            size="small"
            aria-label={`Ask now: ${title}`}
            pending={check.isPending}
            onClick={() => void ask()}
          >
            Ask now
          </Button>
        )}
      </DataCell>
    </DataRow>
  )
}

/** It answered, whatever it knew. */
const FINE: ReadonlySet<LookupResult> = new Set(['ok', 'empty'])
const OUTCOMES: Record<LookupResult, string> = {
  ok: '',
  empty: '',
  unavailable: 'No answer that could be read came in time.',
  needs_key: 'It refuses the key.',
  quota: 'It takes no more questions for now.',
}

function Waiting() {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">Loading the providers</span>
      <Skeleton className="h-10 max-w-2xl" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
    </div>
  )
}
