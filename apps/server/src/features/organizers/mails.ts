/** What a notice to one person says. */
export type Words = {
  subject: string
  heading: string
  paragraphs: string[]
  names?: string[]
  button?: { label: string; href: string }
}

/** Tells somebody what became of the wish to organise. */
export const decisionWords = (granted: boolean, home: string): Words =>
  granted
    ? {
        subject: 'You are an organiser on ShareMyShows',
        heading: 'Your name is on the door',
        paragraphs: ['You asked to be an organiser, and you are one now. Your diary stays as it was.'],
        button: { label: 'Open ShareMyShows', href: `${home}/dashboard` },
      }
    : {
        subject: 'About your wish to organise on ShareMyShows',
        heading: 'Not this time',
        paragraphs: [
          'You asked to be an organiser, and whoever runs this server has decided against it for now.',
          'Your diary and everything in it stay as they are. You can ask again in your settings.',
        ],
      }

/** Tells those who decide that somebody asks. */
export const requestWords = (username: string, home: string): Words => ({
  subject: `${username} would like to organise on ShareMyShows`,
  heading: 'Somebody asks to organise',
  paragraphs: [`${username} would like to be an organiser. It is yours to decide.`],
  names: [username],
  button: { label: 'Look at the Request', href: `${home}/admin/requests` },
})
