/** SQL: the id of the so-manieth of a kind, which is one hexadecimal digit; `n` is SQL, too. */
export const id = (kind: string, n: string): string =>
  `('${kind}0000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
