import { createTransport } from 'nodemailer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import { type Deliver, DeliveryError, headersOf, messageId } from './delivery.ts'
import type { QueuedMessage } from './message.ts'
import { type SmtpFault, verdictOn } from './verdict.ts'

const TIMEOUT_MS = 30_000

/** True for names that mean this machine only. */
export const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host)

type SmtpOptions = ReturnType<typeof parseConnectionUrl> & { requireTLS: boolean }

/**
 * How we speak to the SMTP server of `url`: `smtps:` is TLS from the start (465), `smtp:` upgrades by STARTTLS (587).
 * Options of nodemailer can be added to the query, such as `?tls.servername=mail.example.org`.
 */
export function smtpOptions(url: string): SmtpOptions {
  const { hostname, username } = new URL(url)
  const asked = parseConnectionUrl(url)
  const loopback = isLoopback(hostname)
  return {
    ...asked,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    // a password must not travel in the clear because somebody on the way cut STARTTLS out of the greeting
    requireTLS: username !== '' && !loopback,
    // a relay on this very machine has a certificate for another name, if any
    tls: { ...(loopback && { rejectUnauthorized: false }), ...asked.tls },
  }
}

/** Sends by the SMTP server of `url`, and gives its answer; a fault is nodemailer's own. */
export function createSender(url: string, from: string): (message: QueuedMessage) => Promise<string> {
  const transport = createTransport({
    ...smtpOptions(url),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (message) => {
    const { to, subject, text, html } = message
    const { response } = await transport.sendMail({
      subject,
      text,
      ...(html !== undefined && { html }),
      from,
      to: { name: '', address: to },
      messageId: messageId(message, from),
      headers: headersOf(message),
    })
    return response
  }
}

/** Delivers by SMTP. */
export function bySmtp(url: string, from: string): Deliver {
  const send = createSender(url, from)
  return async (message) => {
    try {
      await send(message)
    } catch (error) {
      throw withoutSecrets(error as SmtpFault)
    }
  }
}

/** The server's own words name the address. */
function withoutSecrets(fault: SmtpFault): DeliveryError {
  const { code = 'unknown', responseCode } = fault
  const answer = responseCode === undefined ? '' : `, answer ${responseCode}`
  return new DeliveryError(`${code}${answer}`, verdictOn(fault))
}
