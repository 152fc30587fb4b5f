import { createTransport } from 'nodemailer'
import { type Deliver, DeliveryError, messageId } from './delivery.ts'

const TIMEOUT_MS = 30_000

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host)

/**
 * Sends by the SMTP server of `url`: `smtps:` speaks TLS from the start (465), `smtp:` upgrades by STARTTLS (587).
 * Options of nodemailer can be added to the query, such as `?tls.servername=mail.example.org`.
 */
export function bySmtp(url: string, from: string): Deliver {
  const { hostname, username } = new URL(url)
  const loopback = isLoopback(hostname)
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    // a password must not travel in the clear because somebody on the way cut STARTTLS out of the greeting
    requireTLS: username !== '' && !loopback,
    disableFileAccess: true,
    disableUrlAccess: true,
    // a relay on this very machine has a certificate for another name, if any
    ...(loopback ? { tls: { rejectUnauthorized: false } } : {}),
  })
  return async (message) => {
    const { id: _, to, ...content } = message
    try {
      await transport.sendMail({
        ...content,
        from,
        to: { name: '', address: to },
        messageId: messageId(message, from),
      })
    } catch (error) {
      throw withoutSecrets(error as SmtpError)
    }
  }
}

type SmtpError = Error & { code?: string; responseCode?: number }

/** The server's own words name the address. Only what it says of this mail is final, not of our sign-in. */
function withoutSecrets({ code = 'unknown', responseCode }: SmtpError): DeliveryError {
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const answer = responseCode === undefined ? '' : `, answer ${responseCode}`
  return new DeliveryError(`${code}${answer}`, aboutTheMail && (responseCode ?? 0) >= 500)
}
