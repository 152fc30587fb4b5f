/** Throws unless `key` is one that we make: names with slashes between them, which climb nowhere. */
export function checkKey(key: string): string {
  if (!/^[\w-]+(\/[\w-][\w.-]*)+$/.test(key)) throw new Error(`not a storage key: ${key}`)
  return key
}
