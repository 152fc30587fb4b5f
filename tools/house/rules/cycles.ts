import type { Finding, House, Module } from '../house.ts'

/** The shortest way from `start` back to itself along imports, or undefined. */
function shortestCycle(start: string, modules: Map<string, Module>): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const path of queue) {
    for (const { target } of modules.get(path)?.imports ?? []) {
      if (target === start) return pathTo(path, cameFrom)
      if (target === undefined || cameFrom.has(target) || !modules.has(target)) continue
      cameFrom.set(target, path)
      queue.push(target)
    }
  }
  return undefined
}

function pathTo(end: string, cameFrom: Map<string, string>): string[] {
  const path = [end]
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) path.unshift(at)
  return path
}

/** No file reaches itself by imports, those of types included. */
export function noCycles(house: House): Finding[] {
  const reported = new Set<string>()
  const findings: Finding[] = []
  for (const start of house.modules.keys()) {
    if (reported.has(start)) continue
    const cycle = shortestCycle(start, house.modules)
    if (!cycle) continue
    for (const path of cycle) reported.add(path)
    const round = [...cycle, start].join(' → ')
    const line =
      house.modules.get(start)?.imports.find(({ target }) => target === (cycle[1] ?? start))?.line ?? 1
    const says = `An import cycle, ${round}. Move what both sides need to a file below them, or hand one to the other as a parameter.`
    findings.push({ rule: 'cycles', file: start, line, says })
  }
  return findings
}
