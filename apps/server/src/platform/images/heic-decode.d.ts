declare module 'heic-decode' {
  type Picture = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }
  type Undecoded = { width: number; height: number; decode: () => Promise<Picture> }
  const decode: { all: (input: { buffer: Uint8Array }) => Promise<Undecoded[]> }
  export default decode
}
