/** The time signatures that are told apart: bars of four and of three beats, and of two beats of three parts. */
export const METERS = ['4/4', '3/4', '6/8'] as const
export type Meter = (typeof METERS)[number]
