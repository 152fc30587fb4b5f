import { ShowCreate } from '@sharemyshows/contract/shows'
import type { Answer, Page } from '../../../platform/providers/answer.ts'
import type { Setlistfm, SetlistfmSetlist } from '../../../platform/providers/ports.ts'
import type { Found, Reader, ShowEntry } from '../kinds.ts'
import { sentenceOf } from '../rules.ts'

type Result = Exclude<Answer<never>['result'], 'ok'>

const NOTHING_READ: Record<Result, string> = {
  empty: 'setlist.fm knows nobody of that name, or nobody may see what they attended.',
  needs_key: 'setlist.fm does not answer this server. Its operator can put that right.',
  quota: 'setlist.fm takes no more questions for now. Try again tomorrow.',
  unavailable: 'setlist.fm does not answer at the moment. Try again shortly.',
}
const BROKEN_OFF: Record<Exclude<Result, 'empty'>, string> = {
  needs_key: 'setlist.fm stopped answering here; older shows are missing.',
  quota:
    'setlist.fm takes no more questions for now; older shows are missing. Import again tomorrow: what is here already is not added twice.',
  unavailable:
    'setlist.fm stopped answering here; older shows are missing. Import again later: what is here already is not added twice.',
}

/**
 * Reads what somebody says at setlist.fm that she attended, page by page. Who, where and when becomes her own entry; of
 * theirs nothing is kept but the address of the setlist, for as long as the preview stands.
 */
export const createSetlistfmReader =
  ({ setlistfm }: { setlistfm: Setlistfm | null }): Reader =>
  async ({ username, signal }) => {
    if (setlistfm === null) return { failure: NOTHING_READ.needs_key }
    if (username === null) return { failure: NOTHING_READ.empty }
    const first = await setlistfm.attended(username, 1)
    if (first.result !== 'ok') return { failure: NOTHING_READ[first.result] }
    const found = pagesFrom(first.data, (page) => setlistfm.attended(username, page), signal)
    return { columns: [], mapping: {}, missing: [], dateFormat: null, found }
  }

async function* pagesFrom(
  first: Page<SetlistfmSetlist>,
  ask: (page: number) => Promise<Answer<Page<SetlistfmSetlist>>>,
  signal: AbortSignal,
): AsyncGenerator<Found[]> {
  let row = 0
  for (let page = first; ; ) {
    yield page.items.map((setlist) => showOf(setlist, ++row))
    if (page.next === null) return
    signal.throwIfAborted()
    const answer = await ask(page.next)
    if (answer.result === 'empty') return
    if (answer.result !== 'ok') {
      yield [badRow(++row, [], [{ field: 'row', message: BROKEN_OFF[answer.result] }])]
      return
    }
    page = answer.data
  }
}

const badRow = (row: number, cells: string[], problems: Found['problems']): Found => ({
  kind: 'shows',
  row,
  cells,
  entry: null,
  problems,
  doubtful: false,
})

/** A setlist as the show it is of. */
function showOf({ artist, venue, date, url }: SetlistfmSetlist, row: number): Found {
  const cells = url === null ? [] : [url]
  const written = ShowCreate.safeParse({
    artist_name: artist.name,
    venue_name: venue.name,
    venue_city: venue.city.name,
    venue_state: venue.city.state,
    venue_country: venue.city.country,
    show_date: date,
  })
  if (!written.success) {
    const problems = written.error.issues.map(({ path, message }) => {
      const field = String(path[0])
      return { field, message: sentenceOf(field, message) }
    })
    return badRow(row, cells, problems)
  }
  const entry: ShowEntry = { written: written.data }
  return { kind: 'shows', row, cells, entry, problems: [], doubtful: false }
}
