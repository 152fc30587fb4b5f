import { close, microphone } from './shots/close-up.ts'
import { club } from './shots/club.ts'
import { balcony, confetti, hands, wall, wide } from './shots/from-the-crowd.ts'
import type { Setting, Shot } from './shots/setting.ts'

const kinds = { wide, hands, balcony, wall, confetti, close, microphone, club }

/** What a picture shows. */
export type Kind = keyof typeof kinds

/** Sets up a picture of a kind. */
export const compose = (kind: Kind, setting: Setting): Shot => kinds[kind](setting)
