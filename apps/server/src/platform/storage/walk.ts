import { opendir, stat } from 'node:fs/promises'
import path from 'node:path'

/** True when a fault says that there is no such file. */
export const isMissing = (error: unknown) => (error as { code?: string }).code === 'ENOENT'

/** Every file below `prefix`, by its path from `root`, with its age in milliseconds; nothing there is fine. */
export async function* walk(root: string, prefix: string): AsyncIterable<{ key: string; age: number }> {
  const found = await opendir(path.join(root, prefix)).catch((error) => {
    if (isMissing(error)) return null
    throw error
  })
  if (found === null) return
  for await (const entry of found) {
    const key = path.posix.join(prefix, entry.name)
    if (entry.isDirectory()) yield* walk(root, key)
    else {
      const info = await stat(path.join(root, key)).catch(() => null)
      if (info !== null) yield { key, age: Date.now() - info.mtimeMs }
    }
  }
}
