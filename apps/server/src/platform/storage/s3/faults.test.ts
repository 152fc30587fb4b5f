import { expect, it } from 'vitest'
import { refusalOf } from '../../http/problem.ts'
import { faultOf } from './faults.ts'

const said = (name: string, httpStatusCode: number, message = '') =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } })

it.each([
  [said('InsufficientStorage', 507), 'storage_full'],
  [said('EntityTooLarge', 413), 'storage_full'],
  [said('QuotaExceeded', 403), 'storage_full'],
  [said('XMinioStorageFull', 507), 'storage_full'],
  [said('AccessDenied', 403, 'Upload exceeds quota.'), 'storage_full'],
  [said('AccessDenied', 403, 'Access Denied.'), 'unavailable'],
  [said('NoSuchBucket', 404), 'unavailable'],
  [said('SlowDown', 503), 'unavailable'],
  [Object.assign(new Error('x'), { name: 'TimeoutError' }), 'unavailable'],
  [Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }), 'unavailable'],
  [Object.assign(new Error('x'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'unavailable'],
  [Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' }), 'storage_full'],
])('%s is %s', (error, code) => expect(refusalOf(faultOf(error))).toEqual({ refused: code }))

it('repeats nothing that a store said of signatures', () => {
  const error = Object.assign(said('SignatureDoesNotMatch', 403, 'AKIA7 signed abc'), {
    StringToSign: 'AKIA7',
  })
  expect(JSON.stringify(faultOf(error)) + faultOf(error).message).not.toContain('AKIA7')
})
