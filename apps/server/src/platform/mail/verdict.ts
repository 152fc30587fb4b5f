import type { Verdict } from './delivery.ts'

/** What nodemailer tells of a fault. */
export type SmtpFault = {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}

/**
 * 4xx and broken connections pass. Of the 5xx, those about the recipient and about the mail are final; those about our
 * sign-in and our sender are the operator's to mend, and the mail waits for that.
 */
export function verdictOn({ code, command, responseCode = 0, response = '' }: SmtpFault): Verdict {
  if (responseCode < 500) return 'later'
  if (code === 'EENVELOPE' && command === 'RCPT TO') {
    return isAboutAddress(responseCode, response) ? 'no_such_address' : 'never'
  }
  const aboutTheMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'DATA')
  return aboutTheMail ? 'never' : 'later'
}

/** Bad address, mailbox closed, nobody by that name, no such host (RFC 3463); 5.1.7 and 5.1.8 are about the sender. */
const ABOUT_ADDRESS = /^5\.(?:1\.(?!7$|8$)\d+|2\.1|4\.[14])$/

/** A server that gives reasons is taken at its word: a full mailbox or a distrusted relay is no bad address. */
function isAboutAddress(status: number, response: string): boolean {
  const reason = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  return reason === undefined ? [550, 551, 553].includes(status) : ABOUT_ADDRESS.test(reason)
}
