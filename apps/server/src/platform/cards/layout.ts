import { CARD_HEIGHT, CARD_WIDTH, type Card } from './card.ts'
import { display, plain } from './fonts.ts'
import { titleSize } from './words.ts'

/** Where the ticket lies, and where its stub is torn off. */
const TICKET = { x: 64, y: 78, width: 1072, height: 474, radius: 36, cut: 280, notch: 22, hole: 5, step: 24 }

const MARGIN = 50

type Style = Record<string, string | number>
/** What satori lays out. */
export type Node = { type: 'div'; props: { style: Style; children: (Node | string)[] | string } }

const box = (style: Style, children: (Node | string)[] | string): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
})

const one = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' }

/** The words of a card in their places on the ticket. */
export function wordsOf({ stub, title, lines }: Card): Node {
  const size = titleSize(title)
  const column = { flexDirection: 'column' }
  const centred = { ...column, alignItems: 'center', justifyContent: 'center' }
  const small = { fontSize: 34, fontFamily: plain, color: '#ffffff' }
  const { x, y, width, height, cut } = TICKET
  const body = {
    ...column,
    justifyContent: 'center',
    // no padding: satori would add it to the width
    width: width - cut - 2 * MARGIN,
    marginLeft: MARGIN,
    flexShrink: 0,
  }
  return box({ width: CARD_WIDTH, height: CARD_HEIGHT, fontFamily: plain, color: '#fafafa' }, [
    box({ position: 'absolute', left: x, top: y, width, height }, [
      box({ ...centred, width: cut, flexShrink: 0 }, [
        box(small, stub.top),
        box({ fontFamily: display, fontSize: stub.big.length > 3 ? 84 : 132, lineHeight: 1.1 }, stub.big),
        box(small, stub.bottom),
      ]),
      box(body, [
        box(
          {
            display: 'block',
            fontFamily: display,
            fontSize: size,
            lineHeight: 1.04,
            lineClamp: Math.max(1, Math.floor(250 / (size * 1.04))),
            wordBreak: 'break-word',
            letterSpacing: -0.015 * size,
          },
          title,
        ),
        ...lines
          .slice(0, 3)
          .map((line, index) =>
            box({ ...one, fontSize: 32, marginTop: index === 0 ? 22 : 8, color: '#c8ccd4' }, line),
          ),
      ]),
    ]),
    box(
      { position: 'absolute', right: x, bottom: 26, fontFamily: display, fontSize: 26, color: '#fafafa' },
      'ShareMyShows',
    ),
  ])
}

/** The paper of the ticket: rounded, two notches and a row of holes cut out, the stub in the colour of its light. */
export function paperOf({ light }: Card): string {
  const { x, y, width, height, cut } = TICKET
  const shape = outline()
  return `<defs>
    <linearGradient id="stub" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${light.tint}"/><stop offset="1" stop-color="${light.deep}"/></linearGradient>
    <radialGradient id="glow" cx="0.5" cy="0" r="0.9">
      <stop offset="0" stop-color="${light.tint}" stop-opacity="0.5"/>
      <stop offset="1" stop-color="${light.tint}" stop-opacity="0"/></radialGradient>
    <clipPath id="torn"><rect x="${x}" y="${y}" width="${cut}" height="${height}"/></clipPath>
    <clipPath id="rest"><rect x="${x + cut}" y="${y}" width="${width - cut}" height="${height}"/></clipPath>
  </defs>
  <g fill-rule="evenodd">
    <path d="${shape}" fill="url(#stub)" clip-path="url(#torn)"/>
    <path d="${shape}" fill="#1b1e22" clip-path="url(#rest)"/>
    <path d="${shape}" fill="url(#glow)" clip-path="url(#rest)"/>
  </g>`
}

/** The ground without a photo: a beam that falls from the top into the dark. */
export const groundOf = ({ light }: Card): string => `<defs>
    <radialGradient id="beam" cx="0.5" cy="-0.15" r="0.95">
      <stop offset="0" stop-color="${light.tint}"/><stop offset="1" stop-color="#111317"/></radialGradient></defs>
  <rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="url(#beam)"/>`

/** What lies over a photo, so that it is light and not picture: dark, with the tint from above. */
export const shadeOf = ({ light }: Card): string => `<defs>
    <linearGradient id="shade" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${light.deep}" stop-opacity="0.35"/>
      <stop offset="1" stop-color="#111317" stop-opacity="0.85"/></linearGradient></defs>
  <rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="url(#shade)"/>`

function outline(): string {
  const { x, y, width, height, radius: r, cut, notch, hole, step } = TICKET
  const tear = x + cut
  const bottom = y + height
  const right = x + width
  const edge = [
    `M${x + r} ${y}H${tear - notch}a${notch} ${notch} 0 0 0 ${2 * notch} 0H${right - r}`,
    `a${r} ${r} 0 0 1 ${r} ${r}V${bottom - r}a${r} ${r} 0 0 1 ${-r} ${r}`,
    `H${tear + notch}a${notch} ${notch} 0 0 0 ${-2 * notch} 0H${x + r}`,
    `a${r} ${r} 0 0 1 ${-r} ${-r}V${y + r}a${r} ${r} 0 0 1 ${r} ${-r}z`,
  ].join('')
  const holes = Array.from({ length: Math.floor((height - 2 * notch) / step) - 1 }, (_, index) => {
    const at = y + notch + step * (index + 1)
    return `M${tear - hole} ${at}a${hole} ${hole} 0 1 0 ${2 * hole} 0a${hole} ${hole} 0 1 0 ${-2 * hole} 0z`
  })
  return edge + holes.join('')
}
