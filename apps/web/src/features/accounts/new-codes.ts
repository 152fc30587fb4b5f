let codes: readonly string[] | undefined

/**
 * Recovery codes just made, for the page that shows them once. They stay in this tab's memory alone, so a reload loses
 * them; new ones can be made in the settings.
 */
export const newCodes = (): readonly string[] | undefined => codes

export function handOverCodes(made: readonly string[]): void {
  codes = made
}

export function forgetCodes(): void {
  codes = undefined
}
