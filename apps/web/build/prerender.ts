import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createServer, type Plugin } from 'vite'

type Module = { prerender(address: string): Promise<string> }

/**
 * Writes `home.html`: the first page with its words and pictures already in it, so that a stranger on a slow phone
 * reads while the app is still on its way.
 */
export function prerenderHome(): Plugin {
  let root = ''
  let outDir = ''
  return {
    name: 'prerender-home',
    apply: 'build',
    configResolved(config) {
      root = config.root
      outDir = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const vite = await createServer({
        root,
        server: { middlewareMode: true, watch: null, ws: false },
        logLevel: 'warn',
        optimizeDeps: { noDiscovery: true },
      })
      try {
        const { prerender } = (await vite.ssrLoadModule('/src/app/prerender.tsx')) as Module
        const page = await readFile(join(outDir, 'index.html'), 'utf8')
        const markup = await prerender('/')
        await writeFile(
          join(outDir, 'home.html'),
          page.replace('<div id="root">', (place) => place + markup),
        )
      } finally {
        await vite.close()
      }
    },
  }
}
