import type { Plugin, Rolldown } from 'vite'

/** `modules` the router would only ask for once it runs; `data` the page would only ask for once it is drawn. */
type Needs = { modules: readonly string[]; data: readonly string[] }

const forMember = (page: string, ...data: string[]): Needs => ({
  modules: ['app/shell/member-frame', ...page.split(' ').map((name) => `app/routes/${name}`)],
  data: ['/api/v1/auth/status', ...data],
})

/** Pages that people open directly. */
const PAGES: Record<string, Needs> = {
  '/': { modules: ['app/routes/home'], data: [] },
  '/login': { modules: ['app/routes/login'], data: [] },
  '/register': { modules: ['app/routes/register'], data: [] },
  '/dashboard': forMember('dashboard'),
  '/shows': forMember('shows', '/api/v1/shows/years', '/api/v1/shows/upcoming?scope=mine&limit=30'),
  '/shows/:id': forMember('show show-info', '/api/v1/shows/:id'),
  '/shows/:id/photos': forMember('show show-photos', '/api/v1/shows/:id'),
  '/shows/:id/chat': forMember('show show-chat', '/api/v1/shows/:id'),
  '/messages': forMember('messages messages-none', '/api/v1/chat/conversations?limit=30'),
  '/messages/:id': forMember('messages conversation', '/api/v1/chat/conversations/:id'),
  '/discover': forMember('discover', '/api/v1/events/categories'),
  '/organizer': forMember('organizer', '/api/v1/organizer/events?when=upcoming&limit=30'),
  '/organizer/new': forMember('new-event'),
  '/organizer/:id': forMember('desk', '/api/v1/events/:id', '/api/v1/events/:id/stats'),
  '/sound-lab': forMember('sound-lab/landing', '/api/v1/audio/library?limit=5'),
  '/sound-lab/upload': forMember('sound-lab/upload', '/api/v1/audio/library?limit=12'),
  '/sound-lab/library': forMember('sound-lab/library', '/api/v1/audio/library?limit=50'),
  '/sound-lab/:id': forMember('sound-lab/analysis', '/api/v1/audio/:id/analysis/status'),
  '/mood': forMember('mood/dj', '/api/v1/music/summary'),
  '/mood/history': forMember('mood/history', '/api/v1/mood/summary?days=30'),
  '/music': forMember('mood/library', '/api/v1/music/summary', '/api/v1/music/library?limit=50'),
  '/playlists': forMember('mood/playlists', '/api/v1/playlists?limit=50'),
  '/playlists/:id': forMember('mood/playlist', '/api/v1/playlists/:id'),
  '/settings/imports': forMember('settings settings-imports', '/api/v1/imports?limit=20'),
  '/settings/imports/:id': forMember('import', '/api/v1/imports/:id'),
  '/settings/connections': forMember('settings settings-connections', '/api/v1/connections'),
  '/search': forMember('search'),
  '/artists/:id': forMember('artist', '/api/v1/artists/:id', '/api/v1/artists/:id/identity'),
  '/venues/:id': forMember('venue', '/api/v1/venues/:id'),
  '/profile/:name': forMember('profile'),
}

/**
 * Writes `pages.json`: for each of these addresses the scripts and style sheets its page needs beside those of every
 * page, and its data. The server names them in the head, so that a phone fetches them while the frame is on its way.
 */
export function pageModules(): Plugin {
  return {
    name: 'page-modules',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const first = closure(
        chunks.filter((chunk) => chunk.isEntry),
        bundle,
      )
      const filesOf = (modules: readonly string[]) => {
        const own = modules.map((name) =>
          chunks.find((chunk) => chunk.facadeModuleId?.endsWith(`/src/${name}.tsx`)),
        )
        const missing = modules.find((_name, n) => own[n] === undefined)
        if (missing) this.error(`page-modules: ${missing} is no page of its own`)
        const needed = closure(own as Rolldown.OutputChunk[], bundle)
        return [...needed].filter((file) => !first.has(file)).map((file) => `/${file}`)
      }
      const pages = Object.entries(PAGES).map(([address, { modules, data }]) => [
        address,
        { files: filesOf(modules), data },
      ])
      this.emitFile({
        type: 'asset',
        fileName: 'pages.json',
        source: JSON.stringify(Object.fromEntries(pages)),
      })
    },
  }
}

/** What the browser must have before these run. */
function closure(starts: readonly Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>()
  const visit = (chunk: Rolldown.OutputBundle[string] | undefined) => {
    if (chunk?.type !== 'chunk' || found.has(chunk.fileName)) return
    found.add(chunk.fileName)
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) found.add(sheet)
    for (const file of chunk.imports) visit(bundle[file])
  }
  for (const start of starts) visit(start)
  return found
}
