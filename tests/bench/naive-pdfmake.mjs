/**
 * The peer of the certificates' rows: pdfmake as its manual has it, the same words and the same two codes on two pages of
 * the same fonts, with its own QR node; the frame of the front as a canvas, its thousand shapes joined to one path per
 * colour and layer. Lines, pictures and the frame of the back are left out, which favors it. Prints its figures as JSON.
 */
import { createRequire } from 'node:module'

const pdfmake = createRequire(import.meta.url)('pdfmake')
const { fonts, facts, frame, count, together } = JSON.parse(process.argv[2])
pdfmake.setFonts(fonts)

const front = (i) => [
  { text: facts.issuer, fontSize: 16, bold: true, ...(together && i > 0 && { pageBreak: 'before' }) },
  { text: 'otorga la presente', italics: true },
  { text: 'CONSTANCIA', fontSize: 26, characterSpacing: 8 },
  { text: 'a', italics: true },
  { text: `${facts.name} ${i}`, fontSize: 34, bold: true },
  'por haber concluido el taller de',
  { text: facts.trade, fontSize: 23, bold: true, italics: true },
  `con duración de ${facts.hours} horas, impartido del ${facts.from} al ${facts.until}`,
  `${facts.place}, ${facts.issuedOn}.`,
  { columns: facts.signatories.map(({ name, post }) => ({ stack: [{ text: name, bold: true }, post] })) },
  { qr: facts.proof, fit: 104 },
  { text: ['Folio ', { text: facts.folio, bold: true }], fontSize: 8.5 },
  { text: 'Los datos y la firma del código pueden comprobarse con cualquier teléfono.', fontSize: 8 },
]
const back = () => [
  { text: facts.trade, fontSize: 17, bold: true, italics: true, pageBreak: 'before' },
  { text: `Reverso de la constancia con folio ${facts.folio}`, fontSize: 10.5 },
  {
    table: {
      widths: ['*', 'auto'],
      body: facts.modules.map(({ title, minutes }, at) => [`${at + 1}. ${title}`, `${minutes / 60} horas`]),
    },
  },
  { text: `Total: ${facts.hours} horas`, bold: true, fontSize: 12 },
  { qr: facts.backProof ?? facts.proof, fit: 104 },
  {
    fontSize: 9,
    ol: [
      'Lea el código con la cámara de un teléfono: aparecen los datos de la constancia.',
      'Compare esos datos con lo impreso en esta hoja.',
      'Pida a quien la emitió la página de comprobación y ábrala sin conexión.',
    ],
  },
]

const make = (content) =>
  pdfmake
    .createPdf({
      pageSize: 'LETTER',
      pageOrientation: 'landscape',
      pageMargins: [60, 50, 60, 24],
      defaultStyle: { font: 'Gentium', fontSize: 13, alignment: 'center' },
      // pdfmake alters what it is given.
      background: (page) =>
        page % 2 === 1
          ? { canvas: frame.map(({ color, d }) => ({ type: 'path', color, d })), alignment: 'left' }
          : null,
      content,
    })
    .getBuffer()
const both = (i) => [...front(i), ...back()]

const started = performance.now()
const cpu = process.cpuUsage()
if (together) await make(Array.from({ length: count }, (_, i) => both(i)).flat())
else for (let i = 0; i < count; i++) await make(both(i))
const { user, system } = process.cpuUsage(cpu)
console.log(
  JSON.stringify({
    ms: performance.now() - started,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1000,
  }),
)
