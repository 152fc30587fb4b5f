/** Linear-light sRGB, each channel 0–1 (outside that range = not displayable). */
export type LinearRgb = readonly [r: number, g: number, b: number]

/** Converts OKLCH (lightness 0–1, chroma about 0–0.37, hue in degrees) to linear sRGB; may leave 0–1. */
export function oklchToLinear(lightness: number, chroma: number, hue: number): LinearRgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** The OKLCH hue (degrees, 0–360) and chroma of a linear sRGB colour. */
export function hueAndChroma([r, g, b]: LinearRgb): { hue: number; chroma: number } {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { hue: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360, chroma: Math.hypot(a, bb) }
}

/** An OKLCH colour with its chroma lowered until a screen can show it; the hue and lightness stay. */
export function displayable(lightness: number, chroma: number, hue: number): LinearRgb {
  for (let c = chroma; c > 0; c -= 0.004) {
    const rgb = oklchToLinear(lightness, c, hue)
    if (rgb.every((channel) => channel >= 0 && channel <= 1)) return rgb
  }
  const grey = lightness ** 3
  return [grey, grey, grey]
}

/** Relative luminance of WCAG 2, 0 (black) to 1 (white). */
function luminance([r, g, b]: LinearRgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of WCAG 2 between two colours, 1 to 21. */
export function contrast(one: LinearRgb, other: LinearRgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Reads `#rrggbb`; throws a RangeError on anything else. */
export function parseHex(hex: string): LinearRgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`Not a #rrggbb colour: ${hex}`)
  const channel = (at: number) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

/** Writes `#rrggbb`, clipping channels outside 0–1. */
export function toHex(rgb: LinearRgb): string {
  const pair = (channel: number) =>
    Math.round(fromLinear(Math.min(1, Math.max(0, channel))) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${rgb.map(pair).join('')}`
}

/** Reads CSS `hsl(h s% l%)` without alpha; throws a RangeError on anything else. */
export function parseHsl(text: string): LinearRgb {
  const match = /^hsl\(([\d.]+) ([\d.]+)% ([\d.]+)%\)$/.exec(text.trim())
  if (!match) throw new RangeError(`Not an hsl() colour: ${text}`)
  const [h, s, l] = [Number(match[1]), Number(match[2]) / 100, Number(match[3]) / 100]
  const channel = (n: number) => {
    const k = (n + h / 30) % 12
    return toLinear(l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return [channel(0), channel(8), channel(4)]
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function fromLinear(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055
}
