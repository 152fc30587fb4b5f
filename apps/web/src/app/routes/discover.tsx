import { getRouteApi } from '@tanstack/react-router'
import { List, Map as MapIcon } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '@/features/accounts/session'
import { catalogFields } from '@/features/catalog/fields'
import type { DiscoverAddress } from '@/features/events/address'
import { DiscoverBar } from '@/features/events/components/discover-bar'
import { DiscoverList } from '@/features/events/components/discover-list'
import { DiscoverMap } from '@/features/events/components/discover-map'
import { useKeptPlace } from '@/features/events/use-kept-place'
import { cn } from '@/lib/cn'
import { dateIn } from '@/lib/dates'
import { useMediaQuery, usePageTitle } from '@/lib/hooks'
import { Button } from '@/ui/button'
import { canMove } from '@/ui/world-map/world-map'

const route = getRouteApi('/open/discover')

/** What is on, near and soon: a list and a map that are one. */
export function Discover() {
  const address = route.useSearch()
  const navigate = route.useNavigate()
  const { user } = useSession()
  const [lit, setLit] = useState<string | null>(null)
  const [drawable] = useState(canMove)
  const wide = useMediaQuery('(min-width: 64rem)')
  const today = dateIn(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const change = (next: DiscoverAddress, replace = next.q !== address.q) =>
    void navigate({ search: next, replace, resetScroll: false })
  useKeptPlace(address, (next) => change(next, true))
  usePageTitle(address.near && address.place ? `Events near ${address.place}` : 'Discover')
  const onMap = drawable && !wide && address.view === 'map'
  const parts = { address, onChange: change, today, lit, onLight: setLit }
  return (
    <div
      className={cn(
        'mx-auto w-full px-4 pt-[calc(var(--header,0px)+1.5rem)] pb-6 sm:px-8 sm:pt-[calc(var(--header,0px)+2.5rem)]',
        user ? 'max-w-5xl xl:max-w-[100rem]' : 'max-w-6xl',
      )}
    >
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:gap-8 xl:gap-12">
        <div className="min-w-0">
          <h1 tabIndex={-1} className={cn('mb-4 text-28 sm:mb-6 sm:text-40', onMap && 'max-sm:sr-only')}>
            Discover
          </h1>
          <DiscoverBar {...parts} CityField={catalogFields.CityField} />
          {onMap ? (
            <div className="mt-4">
              <DiscoverMap
                {...parts}
                className="h-[calc(100dvh-var(--header,0px)-var(--dock)-17rem)] min-h-80 sm:h-[70dvh]"
              />
            </div>
          ) : (
            <div className="mt-6 max-lg:pb-16">
              <DiscoverList {...parts} />
            </div>
          )}
        </div>
        {wide && drawable && (
          <div className="sticky top-10 self-start">
            <DiscoverMap
              {...parts}
              className="h-[calc(100dvh-5rem-var(--player,0px))] sm:h-[calc(100dvh-5rem-var(--player,0px))]"
            />
          </div>
        )}
      </div>
      {drawable && (
        <div className="-translate-x-1/2 fixed bottom-[calc(var(--dock)+1rem)] left-1/2 z-10 lg:hidden">
          <Button
            variant="inverse"
            className="rounded-full shadow-float"
            onClick={() => change({ ...address, view: onMap ? undefined : 'map' }, true)}
          >
            {onMap ? <List aria-hidden /> : <MapIcon aria-hidden />}
            {onMap ? 'List' : 'Map'}
          </Button>
        </div>
      )}
    </div>
  )
}
