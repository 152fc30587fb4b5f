import { expect, it } from 'vitest'
import { describeDevice } from './device.ts'

const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'

it.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    { browser: 'Firefox', system: 'Linux', kind: 'desktop' },
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${apple} Version/17.5 Mobile/15E148 Safari/604.1`,
    { browser: 'Safari', system: 'iOS', kind: 'phone' },
  ],
  [
    `Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) ${apple} Version/16.6 Mobile/15E148 Safari/604.1`,
    { browser: 'Safari', system: 'iOS', kind: 'tablet' },
  ],
  ['curl/8.1', { browser: null, system: null, kind: 'program' }],
  ['', { browser: null, system: null, kind: 'program' }],
  ['\u{1f3b8}'.repeat(300), { browser: null, system: null, kind: 'program' }],
  [null, { browser: null, system: null, kind: 'program' }],
])('%j is recognised', async (userAgent, device) => {
  expect(await describeDevice(userAgent)).toEqual(device)
})
