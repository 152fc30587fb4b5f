/** Options that stand together under one heading; `from` is the place of the first among all. */
export type OptionRun<T> = { group: string | undefined; from: number; options: T[] }

/** The options in their order, cut wherever another heading begins. */
export function runsOf<T>(options: readonly T[], groupOf: (option: T) => string | undefined): OptionRun<T>[] {
  const runs: OptionRun<T>[] = []
  options.forEach((option, index) => {
    const group = groupOf(option)
    const last = runs.at(-1)
    if (last && last.group === group) last.options.push(option)
    else runs.push({ group, from: index, options: [option] })
  })
  return runs
}
