import type { Random } from '../random.ts'
import { chain, ellipse, limb, type Point } from './shapes.ts'

/** Somebody on stage, 1,000 units tall with the feet at 0 0: skin and clothes, and the hard things she holds. */
export type Figure = { soft: string; hard: string }

const SHOULDER = 104

const face =
  '<path d="M-8 -988C32 -990 45 -966 45 -944L47 -934L61 -908L50 -903L52 -895L47 -889L49 -881L44 -870C43 -858 32 -855 16 -857L10 -815L-42 -808L-40 -858C-62 -890 -62 -982 -8 -988Z"/>'

const haircuts: readonly string[] = [
  '<path d="M44 -952C50 -1000 10 -1008 -20 -1000C-64 -990 -70 -930 -52 -876L-34 -884C-30 -930 10 -962 44 -952Z"/>',
  '<path d="M50 -950C46 -1004 -6 -1012 -36 -994C-72 -970 -66 -900 -72 -850C-74 -826 -92 -800 -104 -772L-74 -786L-66 -758L-44 -790L-26 -770C-24 -830 -30 -900 6 -950Z"/>',
  `${ellipse(-16, -944, 72, 66)}`,
  '<path d="M-56 -940C-56 -996 44 -1004 48 -948L100 -938L98 -950L50 -962C30 -1010 -60 -1000 -56 -940Z"/>',
  `<path d="M46 -952C44 -1000 -70 -1010 -58 -890L-30 -900C-20 -940 10 -960 46 -952Z"/>${ellipse(-52, -984, 27, 25)}`,
  '<path d="M50 -950C62 -985 30 -1012 0 -1004C-20 -1026 -66 -1002 -62 -968C-92 -950 -82 -902 -56 -888L-38 -892C-30 -935 10 -962 50 -950Z"/>',
]

/** A head in profile, looking to the right, or to the left when `facing` is -1; `nod` in degrees. */
const head = (random: Random, facing: number, nod: number): string =>
  `<g transform="rotate(${(nod * facing).toFixed(1)} 0 -860) scale(${facing} 1)">${face}${random.pick(haircuts)}</g>`

/** A hand in the air, the index finger up or all of them. */
function hand(random: Random, [x, y]: Point): string {
  const fingers = random.chance(0.5) ? [-4] : [-18, -7, 5, 16]
  const up = fingers.map((at) => limb([x + at * 0.8, y - 10], [x + at * 1.5, y - 62], 8, 6)).join('')
  return ellipse(x, y - 4, 25, 29) + up + limb([x + 16, y], [x + 40, y - 26], 8, 6)
}

const torso =
  '<path d="M-34 -846C-70 -832-122 -834-128 -784C-122 -730-98 -700-92 -640C-86 -590-94 -540-98 -476L98 -476C94 -540 86 -590 92 -640C98 -700 122 -730 128 -784C122 -834 70 -832 34 -846Z"/>'

function legs(random: Random): string {
  const stance = random.between(46, 118)
  const knee = random.between(-8, 34)
  const leg = (side: number, bend: number): string =>
    chain(
      [
        [side * 46, -490],
        [side * (stance * 0.72 + bend), -258],
        [side * stance, -26],
      ],
      [56, 41, 29],
    ) + ellipse(side * (stance + 20), -14, 46, 17)
  return ellipse(0, -484, 98, 44) + leg(-1, 0) + leg(1, knee)
}

const arm = (side: number, elbow: Point, hand: Point): string =>
  limb([side * SHOULDER, -786], [(side * SHOULDER + elbow[0]) / 2, (elbow[1] - 786) / 2], 44, 40) +
  chain([[side * SHOULDER, -786], elbow, hand], [38, 29, 20]) +
  ellipse(hand[0], hand[1], 24, 26)

/** The upper body leans from the hip. */
const leaning = (degrees: number, content: string): string =>
  `<g transform="translate(0 -480) skewX(${(-degrees).toFixed(1)}) translate(0 480)">${content}</g>`

function guitar(neck: number): string {
  return `<g transform="translate(34 -575) rotate(${neck.toFixed(1)})"><path d="M-60 -66C-10 -88 40 -64 60 -72C118 -96 150 -30 128 6C148 60 96 92 54 74C20 62 -20 92 -66 70C-116 50 -112 -50 -60 -66Z"/><path d="M-60 -14L-420 -12L-420 12L-60 14Z"/><path d="M-410 -20L-500 -30L-506 8L-410 22Z"/></g>`
}

/** Somebody with a guitar, at ease or leaning back into it. */
export function guitarist(random: Random): Figure {
  const lean = random.around(0, 5)
  const neck = random.between(6, 30)
  const reach = (neck * Math.PI) / 180
  const fret: Point = [34 - Math.cos(reach) * 300, -575 - Math.sin(reach) * 300 + 14]
  const upper = torso + arm(-1, [-206, -640], fret) + arm(1, [206, -622], [78, -560])
  const looks = head(random, random.chance(0.7) ? -1 : 1, random.between(0, 26))
  return { soft: legs(random) + leaning(lean, upper), hard: leaning(lean, looks + guitar(neck)) }
}

/** Somebody at a microphone; one arm may fly up. */
export function singer(random: Random): Figure {
  const lean = random.between(-5, 7)
  const stand = random.chance(0.6)
  const free: [Point, Point] = random.chance(0.55)
    ? [
        [-230, random.between(-930, -800)],
        [random.between(-290, -170), random.between(-1130, -1030)],
      ]
    : [
        [-196, -624],
        [random.between(-230, -120), random.between(-480, -440)],
      ]
  const upper = torso + arm(-1, ...free) + arm(1, [216, -690], [96, -862])
  const looks = head(random, 1, random.between(-18, 4)) + hand(random, free[1])
  const microphone = ellipse(74, -888, 20, 21) + limb([80, -880], [108, -832], 12, 9)
  const pole = stand ? limb([106, -850], [124, -10], 5, 6) + ellipse(124, -8, 78, 10) : ''
  return { soft: legs(random) + leaning(lean, upper), hard: leaning(lean, looks + microphone) + pole }
}

/** Somebody behind a kit: drums hide the legs, cymbals hang in the light. */
export function drummer(random: Random): Figure {
  const up = random.chance(0.5) ? -1 : 1
  const high: Point = [up * 216, random.between(-960, -860)]
  const low: Point = [-up * 190, -520]
  const upper = `<g transform="translate(0 120)">${torso}</g>`
  const looks = `<g transform="translate(0 120)">${head(random, up, random.between(-10, 14))}</g>`
  const arms =
    chain([[up * SHOULDER, -664], [up * 216, -700], high], [38, 28, 19]) +
    chain([[-up * SHOULDER, -664], [-up * 216, -560], low], [38, 28, 19])
  const drums =
    ellipse(0, -186, 184, 184) +
    ellipse(-216, -336, 104, 74, -8) +
    ellipse(216, -336, 104, 74, 8) +
    ellipse(-312, -150, 118, 148) +
    ellipse(316, -140, 112, 138)
  const hard =
    limb(high, [high[0] - up * 70, high[1] - 150], 7, 4) +
    limb(low, [low[0] + up * 80, low[1] + 70], 7, 4) +
    ellipse(-340, -640, 156, 11, 11) +
    limb([-340, -640], [-360, 0], 6, 8) +
    ellipse(350, -620, 156, 11, -12) +
    limb([350, -620], [370, 0], 6, 8)
  return { soft: upper + arms, hard: looks + drums + hard }
}

/** Somebody standing at keys or machines. */
export function keyboarder(random: Random): Figure {
  const lean = random.between(-6, 6)
  const upper =
    torso + arm(-1, [-196, -640], [-96, -556]) + arm(1, [196, -646], [random.between(50, 140), -556])
  const looks = head(random, random.chance(0.5) ? 1 : -1, random.between(8, 26))
  const keys = '<path d="M-300 -548L300 -548L300 -496L-300 -496Z"/>'
  return {
    soft: legs(random) + leaning(lean, upper),
    hard:
      leaning(lean, looks) +
      keys +
      limb([-230, -500], [190, -10], 9, 9) +
      limb([230, -500], [-190, -10], 9, 9),
  }
}
