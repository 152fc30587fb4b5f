/** An IPv4 address as people write it, where a socket for both kinds says it as an IPv6 one. */
export const plainAddress = (ip: string): string => ip.replace(/^::ffff:(?=[\d.]+$)/i, '')

/**
 * What an address is counted as: itself, or for IPv6 its /64, since whoever has one address of that kind has all of its
 * /64.
 */
export function networkOf(ip: string): string {
  const [plain = ''] = plainAddress(ip).split('%', 1)
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...(tail === undefined ? [] : zeros), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
