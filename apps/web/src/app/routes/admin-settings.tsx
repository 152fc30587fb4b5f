import { useQuery } from '@tanstack/react-query'
import { settingsQuery } from '@/features/administration/api'
import { InstanceForm } from '@/features/administration/components/instance-form'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'

/** How this server is set up. */
export function AdminSettings() {
  const { data, error, refetch } = useQuery(settingsQuery)
  if (data) return <InstanceForm settings={data} />
  if (error) return <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
  return (
    <div role="status" className="flex max-w-xl flex-col gap-8">
      <span className="sr-only">Loading the settings</span>
      <Skeleton className="h-22" />
      <Skeleton className="h-56" />
      <Skeleton className="h-40" />
    </div>
  )
}
