import { drummer, guitarist, singer } from '../figure.ts'
import { rig } from '../light.ts'
import { ellipse, glow, limb } from '../shapes.ts'
import { stand } from '../stage.ts'
import { type Compose, crowd, hall } from './setting.ts'

/** Somebody on stage, from the front row. */
export const close: Compose = (setting) => {
  const { random, frame, palette } = setting
  const { width, height } = frame
  const tall = height * random.between(1.1, 1.5)
  const x = width * random.between(0.34, 0.66)
  const side = random.chance(0.5) ? 1 : -1
  const figure = random.pick([singer, guitarist])(random)
  const behind = stand(
    random.pick([drummer, guitarist])(random),
    { x: width - x + random.around(0, 40), y: height * 1.02, height: height * 0.7, side },
    palette.key,
    palette.key,
  )
  const front = stand(
    figure,
    { x, y: height * random.between(0.22, 0.3) + tall, height: tall, side },
    palette.pale,
    palette.key,
  )
  const people = { top: height * 0.86, rows: 1, near: width * 0.16, hands: 0.3, x, y: height * 0.6 }
  return {
    back:
      hall(setting) +
      glow(x + side * width * 0.25, height * 0.3, width * 0.7, height * 0.75, palette.key, 0.85) +
      glow(x - side * width * 0.3, height * 0.5, width * 0.5, height * 0.6, palette.second, 0.6) +
      glow(x + side * width * 0.1, height * 0.3, width * 0.25, height * 0.3, palette.pale, 0.5),
    rigs: [rig(random, frame, palette, height * random.between(0.02, 0.22), random.whole(3, 6), true)],
    lampSize: width * random.between(0.016, 0.026),
    front: [
      ...(random.chance(0.6) ? [{ content: behind, blur: 9 }] : []),
      { content: front, blur: 1.3 },
      ...(random.chance(0.5) ? crowd(setting, people) : []),
    ],
  }
}

/** A microphone, sharp before lamps that are not. */
export const microphone: Compose = (setting) => {
  const { random, frame, palette } = setting
  const { width, height } = frame
  const x = width * (random.chance(0.5) ? random.between(0.2, 0.34) : random.between(0.66, 0.8))
  const y = height * random.between(0.34, 0.48)
  const r = Math.min(width, height) * random.between(0.07, 0.1)
  const discs = Array.from({ length: random.whole(14, 26) }, () => {
    const size = width * random.between(0.018, 0.05)
    return `<circle cx="${random.between(0, width)}" cy="${random.between(0, height * 0.75)}" r="${size}" fill="${random.pick([palette.key, palette.second, palette.pale])}" fill-opacity="${random.between(0.12, 0.5).toFixed(2)}"/>`
  })
  const ghost = stand(
    singer(random),
    { x: width - x, y: height * 1.3, height: height * 1.05, side: 1 },
    palette.key,
    palette.key,
  )
  const mesh = `<pattern id="mesh" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0H7M0 0V7" stroke="#000" stroke-width="2.4"/></pattern><radialGradient id="ball" cx=".3" cy=".25" r=".9"><stop offset="0" stop-color="${palette.pale}"/><stop offset=".35" stop-color="${palette.key}" stop-opacity=".7"/><stop offset=".8" stop-color="#0a0a0d"/></radialGradient>`
  const turn = random.between(16, 34) * (x < width / 2 ? 1 : -1)
  const body = `<g transform="rotate(${turn} ${x} ${y})"><g fill="#08080b">${limb([x, y + r * 0.6], [x, y + r * 3.4], r * 0.62, r * 0.4)}</g><ellipse cx="${x}" cy="${y}" rx="${r * 0.92}" ry="${r}" fill="#0a0a0d"/><ellipse cx="${x}" cy="${y}" rx="${r * 0.92}" ry="${r}" fill="url(#ball)"/><ellipse cx="${x}" cy="${y}" rx="${r * 0.92}" ry="${r}" fill="url(#mesh)" opacity=".6"/><rect x="${x - r * 0.74}" y="${y + r * 0.55}" width="${r * 1.48}" height="${r * 0.26}" rx="${r * 0.1}" fill="${palette.key}" fill-opacity=".35"/></g>`
  const foot = x - Math.sin((turn * Math.PI) / 180) * r * 2.6
  const pole = `<g fill="#060609">${limb([foot, y + r * 2.4], [foot, height], r * 0.15, r * 0.17)}${ellipse(foot, y + r * 2.7, r * 0.42, r * 0.3, turn)}</g>`
  return {
    back:
      hall(setting) +
      glow(width * 0.5, height * 0.4, width * 0.8, height * 0.8, palette.key, 0.6) +
      glow(width - x, height * 0.3, width * 0.5, height * 0.5, palette.second, 0.6),
    rigs: [],
    lampSize: 1,
    front: [
      { content: discs.join(''), blur: 2.5 },
      { content: ghost, blur: 14 },
      { content: mesh + pole + body, blur: 0.8 },
    ],
  }
}
