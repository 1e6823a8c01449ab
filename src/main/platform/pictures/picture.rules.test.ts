import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainPicture } from './picture.rules'

const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]
const text = (words: string): number[] => [...Buffer.from(words, 'latin1')]
const frame = segment(0xc0, [8, 0, 30, 0, 40, 1, 1, 0x11, 0])
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34]
const END = [0xff, 0xd9]
const jpeg = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from([0xff, 0xd8, ...parts.flat()])

const chunk = (type: string, body: readonly number[]): number[] => [
  ...[24, 16, 8, 0].map((shift) => (body.length >> shift) & 255),
  ...text(type),
  ...body,
  0,
  0,
  0,
  0,
]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const header = chunk('IHDR', [0, 0, 0, 40, 0, 0, 0, 30, 8, 0, 0, 0, 0])
const png = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from([...PNG, ...parts.flat()])

describe('a picture keeps its image and nothing that was written about it', () => {
  test('a JPEG loses Exif, maker notes, comments and what stands behind its end', () => {
    const app0 = segment(0xe0, text('JFIF\0'))
    const exif = segment(0xe1, text('Exif\0\0GPS 19.16'))
    const comment = segment(0xfe, text('Patio'))
    const taken = plainPicture(jpeg(app0, exif, comment, frame, scan, END, text('trailer')))
    expect(taken).toEqual({ kind: 'jpeg', width: 40, height: 30, bytes: jpeg(app0, frame, scan, END) })
  })
  test('a PNG loses texts, times and profiles', () => {
    const data = chunk('IDAT', [1, 2, 3])
    const end = chunk('IEND', [])
    const told = [chunk('tEXt', text('Author\0X')), chunk('tIME', [0]), chunk('eXIf', [0]), chunk('iCCP', [0])].flat()
    expect(plainPicture(png(header, told, data, end, text('trailer')))).toEqual({
      kind: 'png',
      width: 40,
      height: 30,
      bytes: png(header, data, end),
    })
  })
  test.each([
    ['nothing', Uint8Array.of()],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a page that says it is a PNG', Buffer.from('<svg onload=alert(1)>')],
    ['a JPEG that never ends', jpeg(frame, scan)],
    ['a JPEG without a frame', jpeg(scan, END)],
    ['a JPEG whose segment is longer than the file', jpeg([0xff, 0xe0, 0xff, 0xff, 1])],
    ['a PNG without height', png(chunk('IHDR', [0, 0, 0, 40, 0, 0, 0, 0, 8, 0, 0, 0, 0]), chunk('IEND', []))],
    ['a PNG cut off', png(header, chunk('IDAT', [1, 2, 3])).subarray(0, 40)],
    ['a PNG that does not begin with its header', png(chunk('IDAT', [1]), header, chunk('IEND', []))],
  ])('%s is no picture', (_what, bytes) => expect(plainPicture(bytes)).toBeNull())
  test('any bytes are taken apart without harm, and what is kept is kept whole the second time', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.uint8Array({ maxLength: 60 }).map((tail) => jpeg([...tail], frame, scan, END)),
      fc.uint8Array({ maxLength: 60 }).map((tail) => png(header, [...tail], chunk('IEND', []))),
    )
    fc.assert(
      fc.property(bytes, (each) => {
        const once = plainPicture(each)
        if (once) expect(plainPicture(once.bytes)).toEqual(once)
      }),
    )
  })
})
