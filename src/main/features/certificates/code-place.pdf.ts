/** Where the codes of a certificate stand and how wide they are: lower right on both sides. */
import { PAGE } from './border.pdf'

/** 42 mm: with some 400 letters a module is half a millimetre wide. */
const WIDTH = 118
const MOST = 140

/** A code of a longer text is wider, so that a phone still tells its modules apart. */
export const codeWidth = (text: string): number =>
  Math.round(Math.min(MOST, Math.max(WIDTH, WIDTH + (Buffer.byteLength(text) - 450) * 0.08)))

/** Its left edge: inside both frames. */
export const codeLeft = (text: string): number => PAGE.width - 56 - codeWidth(text)
