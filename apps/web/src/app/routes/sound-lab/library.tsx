import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { libraryQuery } from '@/features/sound-lab/api'
import { useLabNews } from '@/features/sound-lab/use-lab-news'
import { titleOf } from '@/lib/media-words'
import { EmptyState } from '@/ui/empty-state'
import { PagedList } from '@/ui/paged-list'
import { LabPage } from './lab-page'

const route = getRouteApi('/member/sound-lab/library')

/** My recordings with what was found in them. */
export function SoundLabLibrary() {
  useLabNews()
  const list = useInfiniteQuery(libraryQuery(route.useSearch()))
  return (
    <LabPage title="Library">
      <PagedList list={list} loading="Opening your library" empty={<EmptyState title="No recordings yet" />}>
        {(items) => (
          <ul>
            {items.map(({ audio }) => (
              <li key={audio.id}>
                <Link to="/sound-lab/$audioId" params={{ audioId: audio.id }}>
                  {titleOf(audio)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </LabPage>
  )
}
