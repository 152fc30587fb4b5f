/** As people count characters, and as the server does. */
export const FEWEST = 15
const MOST = 128

export const passwordLength = (password: string): number => [...password].length

/** What is wrong with a new password, as far as one can tell without the server. */
export function checkPassword(password: string): string | undefined {
  const length = passwordLength(password)
  if (length === 0) return 'Choose a password'
  if (length < FEWEST)
    return `${FEWEST - length} more ${FEWEST - length === 1 ? 'character' : 'characters'}, please`
  return length > MOST ? `At most ${MOST} characters` : undefined
}
