const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)

/** HTML that `html` made: the only thing it inserts as it is. */
export class Markup {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Value = string | Markup | readonly Markup[]

const inserted = (value: Value): string => {
  if (typeof value === 'string') return escaped(value)
  return value instanceof Markup ? value.source : value.map(inserted).join('')
}

/** A template for HTML in which every inserted value is text, whatever it holds, unless `html` made it. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(String.raw({ raw: strings }, ...values.map(inserted)))

/** What is left out. */
export const nothing: Markup = new Markup('')
