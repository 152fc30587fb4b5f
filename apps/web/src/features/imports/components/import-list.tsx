import { useInfiniteQuery } from '@tanstack/react-query'
import { PagedList } from '@/ui/paged-list'
import { importsQuery } from '../api'
import { useImportNews } from '../news'
import { ImportRow } from './import-row'

/** What I brought before. */
export function ImportList() {
  useImportNews()
  const list = useInfiniteQuery(importsQuery)
  return (
    <PagedList
      list={list}
      loading="Loading your imports"
      empty={
        <p className="text-14 text-soft">
          What you bring stands here afterwards, and can be taken out again as a whole.
        </p>
      }
    >
      {(imports) => (
        <ul aria-label="Your imports" className="divide-y divide-line">
          {imports.map((one) => (
            <li key={one.id}>
              <ImportRow one={one} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  )
}
