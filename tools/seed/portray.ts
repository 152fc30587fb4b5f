import * as accounts from '@sharemyshows/contract/accounts'
import * as profiles from '@sharemyshows/contract/people'
import { paletteOf } from './paint/frame.ts'
import { paint } from './paint/paint.ts'
import type { Kind } from './paint/shots.ts'
import type { Member } from './people.ts'
import { createRandom } from './random.ts'

const FRAME = { width: 640, height: 640 }
/** What a concert-goer takes for a picture of herself. */
const KINDS: readonly Kind[] = ['close', 'microphone', 'hands']
/** The others keep their initials. */
const SHOWN = 0.7

/** Gives somebody a picture, unless she has one or is one of those who show none; the same one on every server. */
export async function portray(username: string, { api }: Member): Promise<void> {
  const random = createRandom(`the face of ${username}`)
  if (!random.chance(SHOWN) || (await api(accounts.readMe)).avatar !== null) return
  const palette = paletteOf(random.whole(0, 359), random.whole(0, 359))
  const image = await paint(random.pick(KINDS), random.fork('picture'), FRAME, palette)
  const form = new FormData()
  form.set('file', new Blob([Buffer.from(await image.jpeg({ quality: 88 }).toBuffer())]), 'me.jpg')
  await api(profiles.changeAvatar, { form })
}
