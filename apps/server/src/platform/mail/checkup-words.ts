import type { SmtpFault } from './verdict.ts'

/** Which server, and who we are to it. */
export type Place = { host: string; port: number; secure: boolean; user: string | undefined }

type Fault = SmtpFault & { message?: string; originalCode?: string }

const said = ({ response, message }: Fault) => `It said: ${response ?? message ?? 'nothing'}`

export const aboutSender = (): string =>
  'MAIL_FROM is not set, and other servers refuse mail from localhost. Set it to an address of yours, such as ShareMyShows <shows@example.org>.'

export function aboutLooking({ code }: Fault, { host }: Place): string {
  return code === 'ENOTFOUND'
    ? `There is no host ${host}. Look at the spelling in SMTP_URL.`
    : `The name ${host} could not be looked up (${code}). Does this machine reach its name server?`
}

const CERTIFICATE: [RegExp, string][] = [
  [/self[- ]signed/i, 'is signed by nobody but itself'],
  [/has expired/i, 'has expired'],
  [/does not match/i, 'is for another name'],
  [/unable to (get|verify)|issuer/i, 'comes from an authority that this machine does not know'],
]

export function aboutConnecting(fault: Fault, { host, port, secure }: Place): string {
  const { code, originalCode, message = '' } = fault
  const where = `${host}, port ${port}`
  if (originalCode === 'ECONNREFUSED' || message.includes('ECONNREFUSED')) {
    return `Nobody listens on ${where}. Most servers take mail on 587 (smtp://) or 465 (smtps://).`
  }
  if (secure && /wrong version number|packet length/i.test(message)) {
    return `Port ${port} does not begin with TLS. Write smtp:// instead of smtps://; it upgrades by STARTTLS.`
  }
  const reason = CERTIFICATE.find(([pattern]) => pattern.test(message))?.[1]
  if (reason !== undefined) {
    return `The certificate of ${host} ${reason}. Use the name it was made for; an authority of your own is named by NODE_EXTRA_CA_CERTS. ${said(fault)}`
  }
  if (code === 'ETLS') {
    return `${where} offers no STARTTLS, and the password must not travel in the clear. Try smtps:// with port 465, or another relay.`
  }
  if (code === 'ETIMEDOUT' && port === 465 && !secure) {
    return 'Port 465 speaks TLS from the start, so both sides waited. Write smtps:// instead of smtp://.'
  }
  if (code === 'ETIMEDOUT') {
    return `${where} does not answer. A firewall may be in between, or your host blocks outgoing mail on this port: ask, or try 587, 465 or 2525.`
  }
  return `${where} could not be spoken to. ${said(fault)}`
}

export function aboutSigningIn(fault: Fault, { host, user }: Place): string {
  const hint = /gmail|google/i.test(host)
    ? ' Google wants an app password (two-step verification on, then myaccount.google.com/apppasswords), written without its spaces.'
    : ' If your provider gives out app passwords or API keys for mail, use one of those.'
  return `It does not let ${user} in with this password.${hint} ${said(fault)}`
}

export function aboutSending(fault: Fault, { user }: Place): string {
  const { command, responseCode = 0 } = fault
  const later =
    responseCode >= 400 && responseCode < 500 ? ' That is for now: the product would try again.' : ''
  if (responseCode === 530)
    return `It wants somebody to sign in: put user:password@ into SMTP_URL. ${said(fault)}`
  if (command === 'MAIL FROM') {
    const own = user?.includes('@') ? ` Try MAIL_FROM=${user}.` : ''
    return `It does not take MAIL_FROM as the sender.${own}${later} ${said(fault)}`
  }
  if (command === 'RCPT TO') return `It does not take mail for this address.${later} ${said(fault)}`
  return `It did not take the mail.${later} ${said(fault)}`
}
