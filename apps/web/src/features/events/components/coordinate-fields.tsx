import { useEffect, useState } from 'react'
import { TextField } from '@/ui/text-field'
import type { At } from '@/ui/world-map/circle'

type CoordinateFieldsProps = {
  pin: At | null
  onPin: (pin: At) => void
  /** Gets the first field, which takes the focus where a pin is missing. */
  focusRef: (field: HTMLInputElement | null) => void
}

const BOUNDS = { latitude: 90, longitude: 180 } as const

/** The pin in numbers; it moves once both are some. */
export function CoordinateFields({ pin, onPin, focusRef }: CoordinateFieldsProps) {
  const [typed, setTyped] = useState(textsOf(pin))
  // a pin that was moved elsewhere; what is being typed stays as it is typed
  useEffect(() => {
    setTyped((now) => (pin && isSame(pin, now) ? now : textsOf(pin)))
  }, [pin])
  const change = (part: keyof At, text: string) => {
    const next = { ...typed, [part]: text }
    setTyped(next)
    const latitude = numberOf(next.latitude)
    const longitude = numberOf(next.longitude)
    if (isWithin(latitude, BOUNDS.latitude) && isWithin(longitude, BOUNDS.longitude)) {
      onPin({ latitude, longitude })
    }
  }
  const field = (part: keyof At, label: string, example: string) => (
    <TextField
      {...(part === 'latitude' && { ref: focusRef })}
      label={label}
      inputMode="decimal"
      autoComplete="off"
      placeholder={example}
      value={typed[part]}
      onChange={({ target }) => change(part, target.value)}
      error={sayWrong(typed[part], BOUNDS[part])}
    />
  )
  return (
    <>
      {field('latitude', 'Latitude', '52.0932')}
      {field('longitude', 'Longitude', '5.1134')}
    </>
  )
}

const textsOf = (pin: At | null) => ({
  latitude: pin ? pin.latitude.toFixed(5) : '',
  longitude: pin ? pin.longitude.toFixed(5) : '',
})

/** Of what somebody types with a point or with a comma. */
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')))
const isWithin = (degrees: number, most: number) => Number.isFinite(degrees) && Math.abs(degrees) <= most

const isSame = (pin: At, typed: { latitude: string; longitude: string }) =>
  numberOf(typed.latitude) === pin.latitude && numberOf(typed.longitude) === pin.longitude

function sayWrong(text: string, most: number): string | undefined {
  if (text.trim() === '' || isWithin(numberOf(text), most)) return undefined
  return `A number from -${most} to ${most}`
}
