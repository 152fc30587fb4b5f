import { getRouteApi } from '@tanstack/react-router'
import { useShow } from '@/features/shows/api'
import { CoverLink } from '@/features/shows/components/cover-link'
import { LineUp } from '@/features/shows/components/line-up'
import { MyNight } from '@/features/shows/components/my-night'
import { DuplicatesNotice } from '../duplicates-notice'

const route = getRouteApi('/open/shows/$showId')

/** My night and the bill; venue and people stand in the context column. */
export function ShowInfo() {
  const { data: show } = useShow(route.useParams().showId)
  if (!show) return null
  return (
    <div className="flex flex-col gap-10">
      <CoverLink show={show} className="aspect-2/1 lg:hidden" />
      {show.my_attendance && <MyNight show={show} />}
      <LineUp show={show} />
      <DuplicatesNotice kind="show" id={show.id} />
    </div>
  )
}
