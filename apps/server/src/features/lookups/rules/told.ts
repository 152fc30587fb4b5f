import type { Attribution, LookupResult, Provider } from '@sharemyshows/contract/lookups'

/** Who was asked in vain, and what became of it. */
export type Tried = { provider: Provider; result: LookupResult }[]

/** What a provider gave, or nobody, and who was asked in vain. */
export type Asked<T> = {
  given: { provider: Provider; attribution: Attribution; data: T } | null
  tried: Tried
}

type Listed<Item> = {
  provider: Provider
  result: LookupResult
  attribution: Attribution | null
  tried: Tried
  items: Item[]
  next_page: number | null
}

/** Things of this server, and who was asked before. */
export const ofCatalogue = <Item>(
  items: Item[],
  tried: Tried,
  { attribution = null, next = null }: { attribution?: Attribution | null; next?: number | null } = {},
): Listed<Item> => ({
  provider: 'catalogue',
  result: items.length > 0 ? 'ok' : 'empty',
  attribution,
  tried,
  items,
  next_page: next,
})

/** Things of this server before those from elsewhere. Where none of the latter is left, nobody need be named. */
export function together<Item extends { source: Provider }>(
  near: Item[],
  far: Item[],
  { given, tried }: Asked<unknown>,
  attribution: Attribution | null = null,
): Listed<Item> {
  if (given === null || far.length === 0) return ofCatalogue(near, tried, { attribution })
  const { provider } = given
  return {
    provider,
    result: 'ok',
    attribution: given.attribution,
    tried,
    items: [...near, ...far],
    next_page: null,
  }
}
