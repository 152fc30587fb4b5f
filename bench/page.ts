import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { report } from './measure.ts'

const dist = path.join(import.meta.dirname, '../apps/web/dist')

/** Scripts that the first page names or preloads, gzipped, in KB (1,024 bytes); the bar is 150. */
export async function measurePage(): Promise<void> {
  const html = await readFile(path.join(dist, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] as string)
  const pages: Record<string, { files: string[] }> = JSON.parse(
    await readFile(path.join(dist, 'pages.json'), 'utf8'),
  )
  const own = pages['/']?.files.filter((file) => file.endsWith('.js')) ?? []
  const files = new Set([...named, ...own.map((file) => file.slice(1))])
  let bytes = 0
  for (const file of files) bytes += gzipSync(await readFile(path.join(dist, file)), { level: 9 }).length
  report({ name: 'page', value: bytes / 1024, unit: 'KB', ceiling: 150, scripts: files.size })
}
