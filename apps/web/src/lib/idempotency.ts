/** A fresh value for the header `Idempotency-Key`; unlike randomUUID it is there without https, too. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

/**
 * Gives the key for creating `body`: the same one for as long as the body stays the same, so that a second try after
 * a lost answer makes nothing twice. Keep one per form: `useState(idempotencyKeys)[0]`.
 */
export function idempotencyKeys(): (body: unknown) => string {
  let last: { body: string; key: string } | undefined
  return (body) => {
    const text = JSON.stringify(body)
    if (last?.body !== text) last = { body: text, key: newIdempotencyKey() }
    return last.key
  }
}
