/**
 * `npm run bench [names…]` prints one JSON line a figure: what we reach, the ceiling measured beside it in the same
 * run, and their ratio. Names: list, one, search, create, thumbnail, upload, rush, start, memory, page,
 * transcode, room, feed, near, music, analysis, import; all of them without any.
 */

import { measureAnalysis } from './analysis.ts'
import { measureFeed } from './feed.ts'
import { measureImport } from './imports.ts'
import { measureMusic } from './music.ts'
import { measureNear } from './near.ts'
import { measurePage } from './page.ts'
import { populate } from './populate.ts'
import { measureRoom } from './room.ts'
import { measureRush } from './rush.ts'
import { measureCreate, measureList, measureMemory, measureOne, measureSearch } from './shows.ts'
import { measureStart } from './start.ts'
import { measureThumbnail } from './thumbnail.ts'
import { measureTranscode } from './transcode.ts'
import { measureUpload } from './upload.ts'
import { createWorld, type World } from './world.ts'

/** In this order: creating comes last of the loads because it changes the world the others read. */
const inWorld: Record<string, (world: World) => Promise<void>> = {
  list: measureList,
  one: measureOne,
  search: measureSearch,
  thumbnail: measureThumbnail,
  upload: measureUpload,
  rush: measureRush,
  create: measureCreate,
  memory: measureMemory,
}
const alone: Record<string, () => Promise<void>> = {
  start: measureStart,
  page: measurePage,
  transcode: measureTranscode,
  room: measureRoom,
  feed: measureFeed,
  near: measureNear,
  music: measureMusic,
  analysis: measureAnalysis,
  import: measureImport,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in inWorld) && !(name in alone))
if (unknown.length > 0) {
  console.error(
    `No benchmark ${unknown.join(', ')}. There are ${Object.keys({ ...inWorld, ...alone }).join(', ')}.`,
  )
  process.exit(1)
}
const wanted = (name: string) => asked.length === 0 || asked.includes(name)

for (const [name, measure] of Object.entries(alone)) if (wanted(name)) await measure()

const worldly = Object.entries(inWorld).filter(([name]) => wanted(name))
if (worldly.length > 0) {
  const world = await createWorld()
  try {
    await populate(world)
    for (const [, measure] of worldly) await measure(world)
  } finally {
    await world.stop()
  }
}
