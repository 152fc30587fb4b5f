/** A file of weights as it was published: its checksum says that it is the one, its size how much may come. */
export type ModelFile = { name: string; bytes: number; sha256: string }

/** YAMNet, quantised to 8 bits (Apache-2.0): says what is to be heard. */
export const YAMNET: ModelFile = {
  name: 'yamnet_spectra_in.tflite',
  bytes: 4_047_424,
  sha256: '0a266465c46718f3fcc4137366be82882a8c93bfcc4f0278581a11d11dddcdf9',
}
