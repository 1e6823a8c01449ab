/**
 * The two families of the papers: Andika (made for reading hands and eyes that are learning) and Gentium Book Plus for
 * certificates. Both carry every letter of the office's names: saltillo, ʼ, ɨ, ʉ, combining underline (design §7).
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// Not named `require`: the bundler puts a constant of that name at the head of a chunk.
const fromHere = createRequire(import.meta.url)
const folderOf = (name: string): string => dirname(fromHere.resolve(`${name}/package.json`))

export const PAPER_FONT = 'Andika'
export const CERTIFICATE_FONT = 'Gentium'

/** Files per family and face, in the shape that pdfmake takes. */
export function fontFiles(): Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>> {
  const andika = folderOf('@expo-google-fonts/andika')
  const gentium = folderOf('@expo-google-fonts/gentium-book-plus')
  return {
    [PAPER_FONT]: {
      normal: join(andika, 'Andika_400Regular.ttf'),
      bold: join(andika, 'Andika_700Bold.ttf'),
      italics: join(andika, 'Andika_400Regular_Italic.ttf'),
      bolditalics: join(andika, 'Andika_700Bold_Italic.ttf'),
    },
    [CERTIFICATE_FONT]: {
      normal: join(gentium, '400Regular/GentiumBookPlus_400Regular.ttf'),
      bold: join(gentium, '700Bold/GentiumBookPlus_700Bold.ttf'),
      italics: join(gentium, '400Regular_Italic/GentiumBookPlus_400Regular_Italic.ttf'),
      bolditalics: join(gentium, '700Bold_Italic/GentiumBookPlus_700Bold_Italic.ttf'),
    },
  }
}

const read = new Map<string, Buffer>()

/** The bytes of a font's file, read once: whoever parses them knows them again. */
export function fontBytes(file: string): Buffer {
  const known = read.get(file)
  if (known) return known
  const bytes = readFileSync(file)
  read.set(file, bytes)
  return bytes
}
