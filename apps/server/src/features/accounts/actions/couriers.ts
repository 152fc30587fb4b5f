import type { Tx } from '../../../platform/db/connect.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { enableMfaMail, loginCodeMail, type Recipient, welcomeMail } from '../mails.ts'
import { CODE_SECONDS } from '../rules.ts'

/** Why a code is sent. */
export type Occasion = 'welcome' | 'sign_in' | 'enable'

/** Brings a code to its person once the transaction commits. */
export type Courier = (tx: Tx, person: Recipient, occasion: Occasion, code: string) => Promise<void>

/** Ways for a code to travel. No provider of text messages comes with the product: `sms` is where one is plugged in. */
export type Couriers = { email: Courier; sms: Courier | null }

const mails = { welcome: welcomeMail, sign_in: loginCodeMail, enable: enableMfaMail }

/** Brings codes by mail, and none that would come too late. */
export function createMailCourier(home: string): Courier {
  return async (tx, person, occasion, code) => {
    const mail = mails[occasion](person, { home, code, minutes: CODE_SECONDS / 60 })
    await queueMail(tx, mail, { expiresIn: CODE_SECONDS })
  }
}
