import { describe, expect, it } from 'vitest'
import { marks } from './marks'

const said = (text: string, typed: string) =>
  marks(text, typed)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')

describe('what was typed stands out', () => {
  it.each([
    ['Sigur Rós', 'ros', 'Sigur [Rós]'],
    ['Sigur Rós', 'RÓS sig', '[Sig]ur [Rós]'],
    ['Björk', 'bjork', '[Björk]'],
    ['Bjo\u0308rk', 'björk', '[Björk]'],
    ['Radiohead', 'ohea dioh', 'Ra[diohea]d'],
    ['Banana', 'ana', 'B[anana]'],
    ['U2 in Dublin', 'u2', '[U2] in Dublin'],
    ['In the inner garden', 'in', '[In] the [in]ner garden'],
    ['Main', 'in', 'Main'],
    ['100% Wolf', '0% w', '10[0%] [W]olf'],
    ['嵐', '嵐', '[嵐]'],
    ['🎸 night', '🎸', '[🎸] night'],
    ['Anything', '   ', 'Anything'],
    ['', 'x', ''],
  ])('%s by %s', (text, typed, expected) => {
    expect(said(text, typed)).toBe(expected)
  })
})
