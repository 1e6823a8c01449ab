/** The peer of the certificates' row: pdfmake as its manual has it, with its own QR node. Prints the milliseconds. */
import { createRequire } from 'node:module'

const pdfmake = createRequire(import.meta.url)('pdfmake')
const { fonts, proof, count } = JSON.parse(process.argv[2])
pdfmake.setFonts(fonts)

const one = (i) =>
  pdfmake
    .createPdf({
      pageSize: 'LETTER',
      pageOrientation: 'landscape',
      defaultStyle: { font: 'Gentium' },
      content: [
        'Programa Umbral, A.C.',
        { text: `Claudia Pech Ramírez ${i}`, fontSize: 34, bold: true },
        'por haber concluido el taller de',
        { text: 'Corte y confección', fontSize: 20, italics: true },
        { qr: proof, fit: 104 },
      ],
    })
    .getBuffer()

await one(0)
const started = performance.now()
for (let i = 0; i < count; i++) await one(i)
console.log(performance.now() - started)
