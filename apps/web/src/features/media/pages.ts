/** What every list of media goes by: when it was taken, else when it came. */
type Timed = { id: string; captured_at: string | null; created_at: string }

export type Page<Medium> = { items: Medium[]; next_cursor: string | null }
/** As the query library keeps them. */
export type Pages<Medium> = { pages: Page<Medium>[]; pageParams: unknown[] }

/** All that is loaded, in the order it was taken. */
export const itemsIn = <Medium>(pages: Pages<Medium> | undefined): Medium[] =>
  pages?.pages.flatMap(({ items }) => items) ?? []

/**
 * Puts a new medium where the server would list it; pages it does not reach yet are left alone. One that is there
 * already is replaced.
 */
export function withMedium<Medium extends Timed>(pages: Pages<Medium>, medium: Medium): Pages<Medium> {
  const without = withoutMedia(pages, [medium.id])
  const at = without.pages.findIndex(
    (page) => page.next_cursor === null || page.items.some((other) => isBefore(medium, other)),
  )
  return {
    ...without,
    pages: without.pages.map((page, index) => (index === at ? insertInto(page, medium) : page)),
  }
}

/** The pages without some media. */
export function withoutMedia<Medium extends { id: string }>(
  pages: Pages<Medium>,
  ids: readonly string[],
): Pages<Medium> {
  const gone = new Set(ids)
  const stays = ({ id }: Medium) => !gone.has(id)
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.filter(stays) })) }
}

function insertInto<Medium extends Timed>(page: Page<Medium>, medium: Medium): Page<Medium> {
  const found = page.items.findIndex((other) => isBefore(medium, other))
  return { ...page, items: page.items.toSpliced(found < 0 ? page.items.length : found, 0, medium) }
}

// Times are RFC 3339 in UTC with milliseconds: their text sorts as they do.
function isBefore(one: Timed, other: Timed): boolean {
  const [a, b] = [one.captured_at ?? one.created_at, other.captured_at ?? other.created_at]
  return a === b ? one.id < other.id : a < b
}
