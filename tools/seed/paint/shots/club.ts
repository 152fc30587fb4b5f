import { drummer, guitarist, keyboarder, singer } from '../figure.ts'
import { glow } from '../shapes.ts'
import { stand } from '../stage.ts'
import { type Compose, crowd, hall } from './setting.ts'

/** A small stage under two lamps. */
export const club: Compose = (setting) => {
  const { random, frame, palette } = setting
  const { width, height } = frame
  const tall = height * random.between(0.42, 0.56)
  const floor = height * 0.86
  const x = width * random.between(0.36, 0.64)
  const spot = {
    x: x + width * random.between(-0.3, 0.3),
    y: -height * 0.04,
    aimX: x,
    aimY: floor,
    colour: palette.pale,
    power: 0.7,
  }
  const wash = {
    x: x + width * random.between(-0.4, 0.4),
    y: height * 0.04,
    aimX: x,
    aimY: floor * 1.1,
    colour: palette.second,
    power: 0.8,
  }
  const away = (random.chance(0.5) ? 1 : -1) * tall * 0.62
  const side = random.chance(0.5) ? 1 : -1
  const at = (figure: ReturnType<typeof singer>, dx: number, share: number) =>
    stand(
      figure,
      { x: x + dx, y: floor - tall * (1 - share) * 0.5, height: tall * share, side },
      palette.pale,
      palette.key,
    )
  const people = {
    top: height * 0.76,
    rows: 3,
    near: width * random.between(0.11, 0.17),
    hands: 0.05,
    x,
    y: floor - tall * 0.5,
  }
  return {
    back:
      hall(setting) +
      glow(x, floor - tall * 0.5, width * 0.55, height * 0.65, palette.key, 0.7) +
      glow(x - away, floor - tall * 0.6, width * 0.35, height * 0.45, palette.second, 0.45) +
      glow(x, floor - tall * 0.75, width * 0.18, height * 0.25, palette.pale, 0.55),
    rigs: [{ lamps: [spot, wash], width: width * 0.16 }],
    lampSize: width * 0.012,
    front: [
      {
        content:
          (random.chance(0.7) ? at(random.pick([keyboarder, guitarist, drummer])(random), away, 0.92) : '') +
          at(random.pick([singer, guitarist])(random), 0, 1),
        blur: 1,
      },
      ...crowd(setting, people),
    ],
  }
}
