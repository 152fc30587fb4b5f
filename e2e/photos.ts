import sharp from 'sharp'

/** A photo as a phone writes it: when by its clock and zone, and where to a few metres. */
export async function takePhoto(hue: number, taken: string, offset: string): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const dots = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer()
  const light = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="hsl(${hue} 70% 40%)"/></svg>`
  const exif = {
    IFD0: { Make: 'Canary Cameras', Model: 'Canary 7' },
    IFD2: { DateTimeOriginal: taken, OffsetTimeOriginal: offset, BodySerialNumber: 'CANARY-SERIAL' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '52/1 5/1 35/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '5/1 6/1 48/1',
    },
  }
  return sharp(Buffer.from(light))
    .composite([{ input: dots, blend: 'soft-light' }])
    .withExif(exif)
    .jpeg()
    .toBuffer()
}

/** What a picture says besides its pixels, by the names of the standards. */
export async function saidBesidesPixels(file: Buffer): Promise<string[]> {
  const said = await sharp(file).metadata()
  return (['exif', 'xmp', 'iptc'] as const).filter((part) => said[part] !== undefined)
}
