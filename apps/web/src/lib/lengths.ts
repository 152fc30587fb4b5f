/** "3:05", "1:02:09": seconds as players show them. */
export function sayLength(seconds: number): string {
  const { hours, minutes, rest } = partsOf(seconds)
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** "3 minutes 5 seconds": the same as one says it. */
export function speakLength(seconds: number): string {
  const { hours, minutes, rest } = partsOf(seconds)
  const said = [count(hours, 'hour'), count(minutes, 'minute'), count(rest, 'second')].filter(Boolean)
  return said.join(' ') || '0 seconds'
}

function partsOf(seconds: number) {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, rest: whole % 60 }
}

const count = (number: number, unit: string) =>
  number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`
