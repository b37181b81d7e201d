import type { Picture } from './frame-message'
import { toAddress } from './to-address'

/** Sharp on a dense screen and in print. */
const SCALE = 2
/** What a canvas can hold in every browser of this age. */
const LARGEST_SIDE = 16_384
const MOST_PIXELS = 64_000_000

/** The picture on white paper, as the bytes of a PNG in base64. */
export async function toPng({ svg, width, height }: Picture): Promise<string> {
  const image = new Image()
  image.src = toAddress(svg)
  await image.decode()
  const scale = Math.min(
    SCALE,
    LARGEST_SIDE / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  )
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('There is no canvas to draw on')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}
