/** What is chosen of a list; `last` is where a range begins. */
export type Selection = { ids: ReadonlySet<string>; last?: string }

export const NOTHING: Selection = { ids: new Set() }

/** Chooses one, or no longer. With `range`, all from the last one touched up to it become what it becomes. */
export function toggled(
  { ids, last }: Selection,
  choosable: readonly string[],
  id: string,
  range: boolean,
): Selection {
  const chosen = !ids.has(id)
  const touched = range && last !== undefined ? between(choosable, last, id) : [id]
  const next = new Set(ids)
  for (const one of touched) {
    if (chosen) next.add(one)
    else next.delete(one)
  }
  return { ids: next, last: id }
}

/** What is left of a selection when only these can be chosen any more. */
export function keptOf(selection: Selection, choosable: readonly string[]): Selection {
  const kept = choosable.filter((id) => selection.ids.has(id))
  return kept.length === selection.ids.size ? selection : { ...selection, ids: new Set(kept) }
}

function between(order: readonly string[], one: string, other: string): string[] {
  const [a, b] = [order.indexOf(one), order.indexOf(other)]
  return a < 0 || b < 0 ? [other] : order.slice(Math.min(a, b), Math.max(a, b) + 1)
}
