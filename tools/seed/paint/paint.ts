import type { Sharp } from 'sharp'
import type { Random } from '../random.ts'
import type { Blend } from './blend.ts'
import { develop } from './finish.ts'
import { draw, type Frame, layer, type Palette, type Pixels } from './frame.ts'
import { beams, lamps, smoke } from './light.ts'
import { compose, type Kind } from './shots.ts'

/** Pixels drawn for each of the photograph: what a phone gets out of a dark hall is no sharper than this. */
const SHARP = 2 / 3
/** Light has no edges. */
const SOFT = 0.35
const CLOUDS = 0.12

/** Paints a concert photograph. */
export async function paint(kind: Kind, random: Random, frame: Frame, palette: Palette): Promise<Sharp> {
  const shot = compose(kind, { random, frame, palette })
  const back = await draw(frame, shot.back, SOFT, 2)
  const cones = await draw(frame, beams(shot.rigs), SOFT, frame.width / 260)
  const clouds = await draw(frame, smoke(random, frame, 0.35, 1.25), CLOUDS)
  const hot = await draw(frame, lamps(shot.rigs, shot.lampSize), SOFT)
  const mist = await draw(frame, smoke(random, frame, -0.1, 0.34), CLOUDS)
  const light = layer(back, [cones, 'over'], [clouds, 'multiply'])
  const haze = layer(back, [back, 'over'], [mist, 'multiply'])
  const stage = layer(back, [back, 'over'], [light, 'screen'], [hot, 'screen'])
  const fronts = shot.front.map(({ content, blur }) => draw(frame, content, blur > 2 ? SOFT : SHARP, blur))
  const [first, ...others] = await Promise.all(fronts)
  const nearer = others.map((pixels): [Pixels, Blend] => [pixels, 'over'])
  const size = { width: Math.round(frame.width * SHARP), height: Math.round(frame.height * SHARP) }
  const picture = layer(size, [stage, 'over'], [first!, 'over'], [haze, 'screen'], ...nearer)
  return develop(random, picture, frame)
}
