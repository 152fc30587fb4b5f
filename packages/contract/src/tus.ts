import { z } from 'zod'

/** The protocol for uploads in parts (https://tus.io/protocols/resumable-upload): its version, and what of it we speak. */
export const TUS_VERSION = '1.0.0'
export const TUS_EXTENSIONS = ['creation', 'creation-with-upload', 'expiration', 'termination'] as const

/** What a part is sent as. */
export const PART_TYPE = 'application/offset+octet-stream'

/** The header that every request of the protocol has. */
export const tusHeaders = { 'Tus-Resumable': z.literal(TUS_VERSION) }
