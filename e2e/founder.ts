/** The first account of the product under test, and so its admin: the people of the journeys are ordinary. */
export const FOUNDER = {
  username: 'founder',
  email: 'founder@example.org',
  password: 'four small tickets',
}
