import { rig } from '../light.ts'
import { ellipse, glow } from '../shapes.ts'
import { band } from '../stage.ts'
import { ledWall } from '../wall.ts'
import { type Compose, crowd, hall, lightOf, stageOf } from './setting.ts'

/** The whole stage over the heads. */
export const wide: Compose = (setting) => {
  const { random, frame, palette } = setting
  const stage = stageOf(setting)
  const { rigs, back } = lightOf(setting, stage)
  const people = {
    top: stage.floor - stage.tall * 0.06,
    rows: random.whole(4, 6),
    near: frame.width * random.between(0.09, 0.14),
    hands: random.between(0.12, 0.34),
    x: stage.centre,
    y: stage.floor - stage.tall,
  }
  return {
    back: hall(setting) + back,
    rigs,
    lampSize: frame.width * 0.009,
    front: [
      { content: band(random, frame, palette, stage.centre, stage.floor, stage.tall), blur: 0.8 },
      ...crowd(setting, people),
    ],
  }
}

/** A hall with its hands up, the band out of focus. */
export const hands: Compose = (setting) => {
  const { random, frame, palette } = setting
  const stage = stageOf(setting)
  const { rigs, back } = lightOf(setting, stage)
  const people = {
    top: stage.floor + stage.tall * 0.3,
    rows: 3,
    near: frame.width * random.between(0.15, 0.2),
    hands: 0.66,
    x: stage.centre,
    y: stage.floor - stage.tall * 0.4,
  }
  return {
    back:
      hall(setting) +
      back +
      glow(stage.centre, stage.floor, frame.width * 0.4, frame.height * 0.4, palette.pale, 0.7),
    rigs,
    lampSize: frame.width * 0.012,
    front: [
      { content: band(random, frame, palette, stage.centre, stage.floor, stage.tall), blur: 4.5 },
      ...crowd(setting, people),
    ],
  }
}

/** The hall from above. */
export const balcony: Compose = (setting) => {
  const { random, frame, palette } = setting
  const { width, height } = frame
  const stage = {
    ...stageOf(setting),
    floor: height * random.between(0.46, 0.54),
    tall: height * random.between(0.1, 0.13),
  }
  const { rigs, back } = lightOf(setting, stage)
  const people = {
    top: stage.floor,
    rows: 10,
    near: width * 0.05,
    hands: 0.35,
    x: stage.centre,
    y: stage.floor,
  }
  const spill = glow(stage.centre, stage.floor + height * 0.06, width * 0.8, height * 0.34, palette.key, 0.5)
  const phones = Array.from({ length: random.whole(10, 40) }, () => {
    const y = random.between(stage.floor + height * 0.04, height)
    return ellipse(random.between(0, width), y, width * 0.0022, width * 0.0018)
  })
  return {
    back: hall(setting) + back,
    rigs,
    lampSize: width * 0.007,
    front: [
      { content: band(random, frame, palette, stage.centre, stage.floor, stage.tall), blur: 0.6 },
      {
        content: `${crowd(setting, people)
          .map(({ content }) => content)
          .join('')}${spill}<g fill="#fff">${phones.join('')}</g>`,
        blur: 0.7,
      },
    ],
  }
}

/** The stage before its wall of LEDs. */
export const wall: Compose = (setting) => {
  const { random, frame, palette } = setting
  const { width, height } = frame
  const x = width * random.between(0.05, 0.16)
  const y = height * random.between(0.1, 0.17)
  const stage = { ...stageOf(setting), centre: width / 2 }
  const screen = { x, y, width: width - 2 * x, height: stage.floor - y - height * 0.03 }
  const people = {
    top: stage.floor - stage.tall * 0.04,
    rows: random.whole(4, 5),
    near: width * random.between(0.09, 0.13),
    hands: random.between(0.15, 0.4),
    x: width / 2,
    y: stage.floor - stage.tall,
  }
  return {
    back:
      hall(setting) +
      glow(width / 2, height * 0.4, width * 0.8, height * 0.6, palette.key, 0.4) +
      ledWall(random, screen, palette),
    rigs: [rig(random, frame, palette, y * 0.6, random.whole(4, 7), true)],
    lampSize: width * 0.008,
    front: [
      { content: band(random, frame, palette, width / 2, stage.floor, stage.tall), blur: 0.8 },
      ...crowd(setting, people),
    ],
  }
}

/** The last song: paper in the air. */
export const confetti: Compose = (setting) => {
  const { random, frame, palette } = setting
  const colours = [palette.key, palette.second, palette.pale, '#fff', '#ffd54a']
  const paper = Array.from({ length: random.whole(380, 640) }, () => {
    const size = frame.width * random.between(0.0025, 0.007) * (random.chance(0.05) ? 2.6 : 1)
    const at = `translate(${random.between(0, frame.width).toFixed(1)} ${(frame.height * random.between(0, 1) ** 1.2).toFixed(1)}) rotate(${random.whole(0, 180)})`
    return `<rect x="${-size}" y="${-size * 0.4}" width="${size * 2}" height="${size * random.between(0.25, 0.9)}" fill="${random.pick(colours)}" fill-opacity="${random.between(0.5, 1).toFixed(2)}" transform="${at}"/>`
  })
  const shot = (random.chance(0.5) ? hands : wide)(setting)
  return { ...shot, front: [...shot.front, { content: paper.join(''), blur: 0.9 }] }
}
