import type { OrganizerRequest } from '@sharemyshows/contract/organizers'

/** What a request has come to. */
export const stateOf = (granted: boolean | null): OrganizerRequest['state'] =>
  granted === null ? 'pending' : granted ? 'granted' : 'declined'
