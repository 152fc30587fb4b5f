import type { Manner } from '../record/piece.ts'

/** A track of somebody's collection; without an artist it is by one of those she has seen. */
export type Collected = { title: string; artist: string | null; manner: Manner }

const glad = { minor: false, drive: 1.5, level: 0.6 }
const dark = { minor: true, notes: 0, drums: 0, drive: 1, level: 0.15 }
const wild = { minor: true, notes: 0, drums: 1, level: 0.95 }
const mild = { minor: false, notes: 1, drums: 0.05, drive: 1, level: 0.2 }

/** Pieces of which each mood has its own, in turns: happy, sad, angry, neutral. */
export const collected: readonly Collected[] = [
  { title: 'Bicycle Morning', artist: null, manner: { ...glad, tempo: 128, notes: 2, drums: 0.6 } },
  { title: 'Rain on the Ferry', artist: 'Ilse Verhoeven', manner: { ...dark, tempo: 64 } },
  { title: 'Broken Amplifier', artist: 'Gravel Choir', manner: { ...wild, tempo: 152, drive: 4 } },
  { title: 'Tea at Four', artist: 'The Low Countries', manner: { ...mild, tempo: 96 } },
  { title: 'Confetti in April', artist: 'Paper Suns', manner: { ...glad, tempo: 120, notes: 4, drums: 0.4 } },
  { title: 'Last Train Empty', artist: null, manner: { ...dark, tempo: 72 } },
  { title: 'Teeth of the Machine', artist: 'Gravel Choir', manner: { ...wild, tempo: 168, drive: 5 } },
  { title: 'Between Two Stations', artist: null, manner: { ...mild, tempo: 88 } },
  {
    title: 'Everybody in the Kitchen',
    artist: 'Paper Suns',
    manner: { ...glad, tempo: 112, notes: 4, drums: 0.5 },
  },
  { title: 'What the Snow Kept', artist: 'Ilse Verhoeven', manner: { ...dark, tempo: 58 } },
  { title: 'Sirens at Noon', artist: null, manner: { ...wild, tempo: 144, drive: 5 } },
  { title: 'A Window Facing South', artist: 'The Low Countries', manner: { ...mild, tempo: 104 } },
]
