import type { Device } from '@sharemyshows/contract/player'
import type { UseQueryResult } from '@tanstack/react-query'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { ChoiceChips } from '@/ui/choice-chips'

type RemoteDevicesProps = {
  devices: Pick<UseQueryResult<Device[]>, 'data' | 'error' | 'refetch' | 'isFetching'>
  onChoose: (id: string) => void
}

/** Where it plays, and where else it could. */
export function RemoteDevices({
  devices: { data, error, refetch, isFetching },
  onChoose,
}: RemoteDevicesProps) {
  if (data === undefined) {
    return error ? (
      <p role="alert" className="mt-3 text-14 text-soft">
        {sayProblem(error)}
      </p>
    ) : null
  }
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {data.length === 0 ? (
        <p className="text-14 text-soft">
          Open Spotify on your phone, computer or speaker, and it can be chosen here.
        </p>
      ) : (
        <ChoiceChips
          label="Device"
          wrap
          value={data.find(({ active }) => active)?.id}
          options={data.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => id !== undefined && onChoose(id)}
        />
      )}
      <Button size="small" variant="ghost" pending={isFetching} onClick={() => void refetch()}>
        Look again
      </Button>
    </div>
  )
}
