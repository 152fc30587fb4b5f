import { expect, it } from 'vitest'
import { verdictOn } from './verdict.ts'

const rcpt = (responseCode: number, response: string) =>
  verdictOn({ code: 'EENVELOPE', command: 'RCPT TO', responseCode, response })

it.each([
  [550, '550 5.1.1 <bo@example.org>: no such user'],
  [550, '550-5.1.1 The email account that you tried to reach does not exist'],
  [550, '550 5.4.1 Recipient address rejected: Access denied'],
  [550, '550 5.2.1 The account is disabled'],
  [550, '550 no such user here'],
  [553, '553 sorry, no mailbox by that name'],
])('%i "%s" is about the address', (code, response) => expect(rcpt(code, response)).toBe('no_such_address'))

it.each([
  [552, '552 5.2.2 mailbox full'],
  [550, '550 5.7.1 blocked by policy'],
  [554, '554 relay access denied'],
  [550, '550 5.1.8 sender domain does not exist'],
])('%i "%s" is about this mail only', (code, response) => expect(rcpt(code, response)).toBe('never'))

it.each([
  ['greylisting', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 later' }],
  ['a broken connection', { code: 'ESOCKET', command: 'CONN' }],
  ['our sign-in', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' }],
  [
    'our sender',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, response: '553 5.7.1 not yours' },
  ],
])('%s passes, or is mended by the operator', (_name, fault) => expect(verdictOn(fault)).toBe('later'))

it('a mail that is not wanted as it is is given up', () => {
  const response = '554 5.7.1 looks like spam'
  expect(verdictOn({ code: 'EMESSAGE', command: 'DATA', responseCode: 554, response })).toBe('never')
})
