import type { Rolldown } from 'vite'

type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>

/** What draws charts, with what that alone is made of. */
const CHARTS =
  /node_modules\/(recharts|victory-vendor|d3-[a-z]+|internmap|@reduxjs\/toolkit|react-redux|redux|redux-thunk|reselect|immer|decimal\.js-light|es-toolkit|eventemitter3)\//

/**
 * How modules travel. What pages share goes in few files: on a phone's network sixty requests of 1 KB cost more than
 * their bytes. What the first page shows stays apart from what only members need, so that it stays light.
 */
export function chunkGroups(firstPage: string) {
  let first: Set<string> | undefined
  return [
    // changes with our dependencies, not with our pages: stays cached across releases
    { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 4 },
    { name: 'tanstack', test: /node_modules\/@tanstack\//, priority: 4 },
    { name: 'frame', tags: ['$initial' as const], priority: 3 },
    {
      name: (id: string, graph: Graph) => {
        first ??= reachable(firstPage, graph)
        return first.has(id) ? 'first' : null
      },
      minShareCount: 2,
      priority: 2,
    },
    // A chunk takes along what its modules import: what is heavy stays out of what every page loads, and what
    // pages need of the map without drawing anything stays out of it.
    { name: 'shared', test: /world-map\/(circle|geography|map-point)\.|lib\/map-data\./, priority: 1.7 },
    {
      name: 'map',
      test: /node_modules\/maplibre-gl\/|world-map\/(engine|land|markers|pin-engine|towns)\./,
      priority: 1.5,
    },
    { name: 'charts', test: CHARTS, priority: 1.5 },
    { name: 'drag', test: /node_modules\/@dnd-kit\/|ui\/(sortable-row|use-drag-lines)\./, priority: 1.5 },
    { name: 'shared', minShareCount: 2, maxModuleSize: 40_000, priority: 1 },
  ]
}

/** The modules that load before this one runs. */
function reachable(start: string, graph: Graph): Set<string> {
  const found = new Set<string>()
  const visit = (id: string) => {
    if (found.has(id)) return
    found.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported)
  }
  visit(start)
  return found
}
