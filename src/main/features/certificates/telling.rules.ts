/** What may never stand on a certificate: anything that tells where it was earned (docs/domain.md §2.5). */
import { fold } from '../../../shared/kernel/text'

/** Beginnings of words, folded. */
const STEMS = [
  'penitenciar',
  'reclus',
  'recluid',
  'cereso',
  'cefereso',
  'ceferes',
  'cerss',
  'ceprereso',
  'prision',
  'carcel',
  'excarcel',
  'encarcel',
  'preliberad',
  'sentenciad',
  'readaptacion',
  'dormitorio',
  'celda',
  'calabozo',
  'expediente',
] as const
/** Whole words and phrases, folded: as beginnings they would also catch what is harmless. */
const PHRASES = [
  'penal',
  'penales',
  'ppl',
  'presa',
  'presas',
  'preso',
  'presos',
  'reo',
  'reos',
  'interna',
  'internas',
  'internos',
  'internamiento',
  'procesada',
  'procesadas',
  'privada de la libertad',
  'privadas de la libertad',
  'privadas de libertad',
  'privacion de la libertad',
  'reinsercion social',
  'rehabilitacion social',
  'centro femenil',
  'centro varonil',
  'centro preventivo',
  'centro federal',
  'director del centro',
  'directora del centro',
  'direccion del centro',
  'subdireccion del centro',
  'custodia',
  'custodio',
  'custodios',
  'seguridad y custodia',
  'uniforme beige',
  'uniforme azul',
] as const

/** What half of all centers are called, and says of none which it is. */
const GENERIC = new Set(
  'a al con de del el en la las los para por un una y centro centros casa instituto unidad programa estatal federal regional municipal social femenil mujeres mujer estado integral modulo numero'.split(
    ' ',
  ),
)

export interface TellingCenter {
  readonly name: string
  readonly code: string
  /** Municipality and state: these a certificate does print. */
  readonly place: string
  readonly issuer: string
}

/** The texts that would name the center or the prison; empty if they tell nothing. */
export function tellingWords(texts: readonly string[], center: TellingCenter): readonly string[] {
  const marks = centerMarks(center)
  const code = fold(center.code)
  return texts.filter((text) => {
    const folded = ` ${fold(text)} `
    const hasCode = new RegExp(`[^\\p{L}\\p{N}]${code}(?!\\p{L})`, 'u').test(folded)
    return (
      (hasCode && fold(text) !== fold(center.place)) ||
      marks.some((mark) => folded.includes(` ${mark} `)) ||
      PHRASES.some((phrase) => folded.includes(` ${phrase} `)) ||
      STEMS.some((stem) => folded.includes(` ${stem}`))
    )
  })
}

/** Beginnings of words that are also those of surnames: Carcelén, Celdas. */
const IN_SURNAMES: ReadonlySet<string> = new Set(['carcel', 'celda'])
const NAME_PHRASES = ['ppl', 'privada de la libertad', 'privadas de la libertad']

/**
 * True if a woman's own name, as it was written down, tells where she was: a note in brackets, her file number, the
 * center. Narrower than what is asked of other texts, for a name is hers: many women are called Presa or Custodio.
 */
export function nameTells(text: string, of: { readonly fileNumber: string; readonly center: TellingCenter }): boolean {
  const folded = ` ${fold(text)} `
  const [file, code, center] = [fold(of.fileNumber), fold(of.center.code), fold(of.center.name)]
  return (
    (file.length > 2 && folded.includes(` ${file} `)) ||
    new RegExp(` ${code} ?\\p{N}`, 'u').test(folded) ||
    // A center of one or two words is called as women are, too: Esperanza.
    (center.split(' ').length > 2 && folded.includes(` ${center} `)) ||
    NAME_PHRASES.some((phrase) => folded.includes(` ${phrase} `)) ||
    STEMS.some((stem) => !IN_SURNAMES.has(stem) && folded.includes(` ${stem}`))
  )
}

/** What the center is known by: its whole name, and the words in it that no other place on the paper has. */
function centerMarks({ name, place, issuer }: TellingCenter): readonly string[] {
  const shown = new Set([...fold(place).split(' '), ...fold(issuer).split(' ')])
  const words = fold(name)
    .split(' ')
    .filter((word) => word.length > 2 && !GENERIC.has(word) && !shown.has(word))
  // One word alone is a mark only if the name has no other: "Puente Grande" must not forbid every bridge.
  const marks = words.length === 1 ? words : words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)
  return shown.has(fold(name)) ? marks : [fold(name), ...marks].filter((mark) => mark !== '')
}
