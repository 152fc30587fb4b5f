import type { Finding, House, Import, Module } from '../house.ts'
import { placeOf } from '../place.ts'

interface Role {
  /** The files of its own feature that this one may import. */
  may: string[]
  advice: string
}

const edge: Role = {
  may: ['actions', 'views', 'facts'],
  advice:
    'An edge only translates the outside into one action or view: call that, and let it decide and touch the store.',
}

/** The closed list of files of a server feature; `feature` composes all of them. */
const roles: Record<string, Role> = {
  feature: {
    may: [
      // those of its parts
      'feature',
      'routes',
      'live',
      'jobs',
      'listeners',
      'actions',
      'views',
      'policy',
      'rules',
      'store',
      'facts',
      'mails',
    ],
    advice: '',
  },
  routes: edge,
  live: edge,
  jobs: edge,
  listeners: edge,
  actions: {
    may: ['actions', 'policy', 'rules', 'store', 'facts', 'mails'],
    advice:
      'An action authorises, decides, writes and announces; the edge calls a view for what the screen shows.',
  },
  views: {
    may: ['policy', 'rules', 'store'],
    advice: 'A view reads and shapes, for a viewer; it neither acts nor knows who asked.',
  },
  policy: {
    may: ['rules', 'store'],
    advice: 'A policy answers who may, from rules and the rows of its store.',
  },
  store: { may: ['rules'], advice: 'The store is SQL on its own tables: plain rows in and out.' },
  facts: { may: ['rules'], advice: 'Facts are only what the feature announces.' },
  mails: { may: ['rules'], advice: 'A mail is only words: hand in what it says.' },
  rules: { may: ['rules'], advice: 'Rules are pure arithmetic: hand the values in.' },
  kinds: { may: [], advice: 'Kinds are only the shapes by which parts of a feature fit together.' },
}

const edges = new Set(['routes', 'live', 'jobs', 'listeners'])
const databaseLibraries = new Set(['kysely', 'pg'])

function closedList(module: Module): Finding[] {
  const { feature, part, path, role = '' } = module
  const home = `/features/${feature}/${part === undefined ? '' : `${part}/`}`
  const within = path.slice(path.indexOf(home) + home.length)
  const inFolder = /^(actions|routes|rules|store|views)\/[^/]+\.ts$/.test(within)
  const direct = role in roles && within === `${role}.ts`
  if (direct || inFolder) return []
  const list = Object.keys(roles).map((role) => `${role}.ts`)
  const says = `A server feature has a closed list of files (${list.join(', ')}, actions/ with one verb a file, routes/, rules/, store/ and views/ with one noun a file where one file would be too long, tests beside; a part of it that is large may have a folder of its own with the same files). Put this into the one whose role it plays, or into platform/ if it has never heard of a concert.`
  return [{ rule: 'feature-files', file: module.path, line: 1, says }]
}

function objection(module: Module, used: Import): string | undefined {
  const role = roles[module.role ?? '']
  if (!role) return undefined
  const target = placeOf(used.target ?? '')
  if (target.layer === 'features' && target.feature === module.feature) {
    const own = target.role ?? ''
    return own === 'kinds' || role.may.includes(own)
      ? undefined
      : `${module.role} imports ${own} of its feature. ${role.advice}`
  }
  if (used.typeOnly) return undefined
  if (edges.has(module.role ?? '') && databaseLibraries.has(used.specifier)) {
    return `${module.role} imports ${used.specifier}. There is no SQL in an edge: ${edge.advice}`
  }
  const impure = used.specifier.startsWith('node:') || databaseLibraries.has(used.specifier)
  if (module.role === 'rules' && (impure || target.layer === 'platform' || target.layer === 'viewer')) {
    return `rules imports ${used.specifier}. ${role.advice}`
  }
  return undefined
}

/** Inside a server feature: edges → actions, views → policy, rules, store; and no other files than these. */
export function rolesInsideFeatures(house: House): Finding[] {
  const findings: Finding[] = []
  for (const module of house.modules.values()) {
    if (module.side !== 'server' || module.layer !== 'features') continue
    if (isGenerated(module.path)) continue
    findings.push(...closedList(module))
    for (const used of module.imports) {
      const says = objection(module, used)
      if (says) findings.push({ rule: 'feature-roles', file: module.path, line: used.line, says })
    }
  }
  return findings
}

function isGenerated(path: string): boolean {
  return path.includes('/generated/') || path.endsWith('.gen.ts')
}
