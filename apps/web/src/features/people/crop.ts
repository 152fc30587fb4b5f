/** The edge of the square that is sent, in pixels; the server keeps no larger one. */
const SIDE = 512

export type Area = { x: number; y: number; width: number; height: number }

/** The part of a picture that was chosen, as a square of its own. */
export async function cutOut(address: string, { x, y, width, height }: Area): Promise<Blob> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE })
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, x, y, width, height, 0, 0, SIDE, SIDE)
  return new Promise((resolve, reject) =>
    // those who cannot write WebP write PNG, which is as good here
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('nothing drawn'))), 'image/webp', 0.92),
  )
}
