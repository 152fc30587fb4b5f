import type { Mood } from '@sharemyshows/contract/moods'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { MOOD_NAMES, MOODS } from '@/lib/moods'
import { type Place, placeByKey, placeIn, SPOTS, saySide } from '../field'
import type { Star } from '../queue'
import './mood-field.css'

type MoodFieldProps = {
  place: Place
  /** Nobody has said anything yet: the light shows that it can be moved. */
  untouched: boolean
  mood: Mood | null
  stars: readonly Star[]
  /** Beats a minute of what plays, in which the light breathes. */
  tempo?: number | null | undefined
  /** On the way. */
  onMove: (place: Place | undefined) => void
  onChoose: (place: Place) => void
  onMood: (mood: Mood) => void
}

/** Of the field's edge, in px, so that the light never leaves it. */
const INSET = 28
/** Keys move in steps; so long (ms) after the last one it is where one wanted it. */
const REST_MS = 400

const SIDES = [
  { side: 'valence', name: 'Brightness, from dark to bright' },
  { side: 'energy', name: 'Energy, from calm to lively' },
] as const

/** The field of moods: dark to bright from left to right, calm to lively from foot to head. A light in it is dragged. */
export function MoodField(props: MoodFieldProps) {
  const { place, untouched, mood, stars, tempo, onMove, onChoose, onMood } = props
  const [held, setHeld] = useState<Place>()
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const inputs = useRef(new Map<string, HTMLInputElement>())
  const shown = held ?? place
  useEffect(() => () => clearTimeout(rest.current), [])

  const move = (next: Place | undefined) => {
    setHeld(next)
    onMove(next)
  }
  const choose = (next: Place) => {
    clearTimeout(rest.current)
    move(undefined)
    onChoose(next)
  }
  const chooseSoon = (next: Place) => {
    clearTimeout(rest.current)
    move(next)
    rest.current = setTimeout(() => choose(next), REST_MS)
  }
  const under = ({ currentTarget, clientX, clientY }: PointerEvent) =>
    placeIn(currentTarget.getBoundingClientRect(), clientX, clientY, INSET)

  const pointer = {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || (event.target as Element).closest('button')) return
      event.currentTarget.setPointerCapture(event.pointerId)
      clearTimeout(rest.current)
      move(under(event))
    },
    onPointerMove(event: PointerEvent) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) move(under(event))
    },
    onPointerUp(event: PointerEvent) {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) choose(under(event))
    },
    onPointerCancel: () => move(undefined),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.metaKey || event.ctrlKey || event.altKey ? undefined : placeByKey(shown, event.key)
    if (next === undefined) return
    event.preventDefault()
    // what is moved is what is spoken of
    inputs.current.get(next.side)?.focus()
    chooseSoon(next.place)
  }

  return (
    <div className="mood-field" data-held={held !== undefined || undefined} style={at(shown)} {...pointer}>
      <span aria-hidden className="mood-dark" />
      <span aria-hidden className="mood-side mood-side-top">
        lively
      </span>
      <span aria-hidden className="mood-side mood-side-right">
        bright
      </span>
      <span aria-hidden className="mood-side mood-side-foot">
        calm
      </span>
      <span aria-hidden className="mood-side mood-side-left">
        dark
      </span>
      {stars.map(({ id, place: where, playing, lit }) => (
        <span
          key={id}
          aria-hidden
          className="mood-star"
          data-playing={playing || undefined}
          data-lit={lit || undefined}
          style={at(where)}
        />
      ))}
      <fieldset className="contents">
        <legend className="sr-only">Moods</legend>
        {MOODS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={mood === one}
            onClick={() => onMood(one)}
            className="mood-spot"
            style={at(SPOTS[one])}
          >
            {MOOD_NAMES[one]}
          </button>
        ))}
      </fieldset>
      <div
        className="mood-puck"
        data-untouched={untouched || undefined}
        style={tempo ? ({ '--beat': `${60 / tempo}s` } as CSSProperties) : undefined}
        data-beats={tempo ? true : undefined}
      >
        {SIDES.map(({ side, name }) => (
          <input
            key={side}
            ref={(input) => {
              if (input) inputs.current.set(side, input)
            }}
            type="range"
            className="sr-only"
            aria-label={name}
            aria-valuetext={saySide(side, shown[side])}
            min={0}
            max={1}
            step={0.01}
            value={shown[side]}
            onKeyDown={onKeyDown}
            onChange={({ target }) => chooseSoon({ ...shown, [side]: target.valueAsNumber })}
          />
        ))}
      </div>
    </div>
  )
}

const at = ({ valence, energy }: Place) => ({ '--x': valence, '--y': 1 - energy }) as CSSProperties
