const WAYS_BACK = ['connected', 'refused', 'expired', 'taken', 'failed'] as const
/** How the provider's page led back. */
export type WayBack = (typeof WAYS_BACK)[number]

/** What the address says of it. */
export function readWayBack({ connection }: Record<string, unknown>): { connection?: WayBack } {
  const way = WAYS_BACK.find((one) => one === connection)
  return way ? { connection: way } : {}
}
