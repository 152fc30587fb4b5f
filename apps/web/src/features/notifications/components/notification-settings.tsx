import type { NotificationSetting } from '@sharemyshows/contract/notifications'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { Switch } from '@/ui/switch'
import { settingsQuery, useChoose } from '../api'
import { KINDS } from '../model'

/** Where I want to hear of what: a switch for the app and one for mail, kind by kind. */
export function NotificationSettings() {
  const { data, error, refetch } = useQuery(settingsQuery)
  if (data) return <Switches items={data} />
  return error ? <ErrorState message={sayProblem(error)} onRetry={refetch} /> : <Waiting />
}

function Switches({ items }: { items: readonly NotificationSetting[] }) {
  const { mutate: choose } = useChoose()
  const id = useId()
  return (
    <div className="flex flex-col gap-8">
      {KINDS.map(({ heading, kinds }) => (
        <table key={heading} className="w-full">
          <thead>
            <tr className="border-line border-b text-12 text-soft">
              <th scope="col" className="py-2 text-left font-medium">
                {heading}
              </th>
              <th scope="col" className="w-16 py-2 text-center font-normal sm:w-20">
                In the app
              </th>
              <th scope="col" className="w-16 py-2 text-center font-normal sm:w-20">
                By mail
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, label }) => {
              const setting = items.find((item) => item.kind === kind)
              const wayOf = (way: 'in_app' | 'mail', name: string) => (
                <td>
                  <label
                    htmlFor={`${id}-${kind}-${way}`}
                    className="flex min-h-11 cursor-pointer items-center justify-center"
                  >
                    <span className="sr-only">{`${label}: ${name}`}</span>
                    <Switch
                      id={`${id}-${kind}-${way}`}
                      checked={setting?.[way] ?? false}
                      onChange={(event) => choose({ kind, way, on: event.target.checked })}
                    />
                  </label>
                </td>
              )
              return (
                <tr key={kind} className="border-line border-b last:border-b-0">
                  <th scope="row" className="py-2 pr-3 text-left font-normal text-14">
                    {label}
                  </th>
                  {wayOf('in_app', 'in the app')}
                  {wayOf('mail', 'by mail')}
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function Waiting() {
  return (
    <div role="status" className="flex flex-col gap-8">
      <span className="sr-only">Loading your choices</span>
      {KINDS.map(({ heading, kinds }) => (
        <div key={heading} className="flex flex-col gap-2">
          {[heading, ...kinds.map(({ kind }) => kind)].map((row) => (
            <Skeleton key={row} className="h-10" />
          ))}
        </div>
      ))}
    </div>
  )
}
