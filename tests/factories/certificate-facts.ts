/** Certificates for pictures and proofs, signed with a key that only tests have. */
import { folioText } from '../../src/main/features/certificates/certificates.rules'
import type { PrintedFacts } from '../../src/main/features/certificates/face.rules'
import { proofText, signedBack, signedText, type Statement } from '../../src/main/features/certificates/proof.rules'
import { publicKeyOf, signEd25519 } from '../../src/main/platform/crypto/ed25519'
import { LOGO, SEAL } from './face-pictures'
import { folioOf } from '../../src/main/platform/documents/paper-steps'
import { LONG, LONG_LISTED, WITH_SALTILLO } from './paper-facts'

/** A key that only tests sign with. */
const SEED = Buffer.alloc(32, 7)
export const TEST_KEY = publicKeyOf(SEED)

export const stated: Statement = {
  folio: folioText(2026, '7K3MQ9TXBF2W'),
  name: 'Xóchitl Ñáñez Saꞌvi',
  trade: 'Bordado a mano',
  hours: 51,
  from: '2026-09-01',
  until: '2026-10-31',
  issuedOn: '2026-10-31',
  validUntil: null,
  registration: null,
  issuer: 'Programa Umbral, A.C.',
  place: 'Tlalmanalco, Estado de México',
  contact: 'Calle Ejemplo 10, Ciudad de México',
  signatories: [
    { name: 'Lic. Paula Arriaga', post: 'Coordinación de programas' },
    { name: 'Mtra. Elisa Baeza', post: 'Capacitación laboral' },
  ],
  replaces: null,
  duplicate: null,
}

/** A signed certificate; what is changed is signed too. */
export function certificate(change: Partial<PrintedFacts> = {}): PrintedFacts {
  const facts = {
    ...stated,
    nameIs: 'legal' as const,
    modules: [] as PrintedFacts['modules'],
    template: 'festive' as const,
    templateVersion: 2,
    logo: null,
    seal: null,
    pictures: { logo: '', seal: '' },
    ...change,
  }
  const sign = (text: string): string =>
    proofText(text, signEd25519(SEED, Buffer.from(text, 'utf8')).toString('base64url'))
  const keyId = '2026-a1b2c3d4'
  return {
    ...facts,
    proof: sign(signedText(facts, keyId)),
    backProof: facts.modules.length > 0 ? sign(signedBack(facts, keyId)) : null,
  }
}

export const MODULES = [
  { title: 'Seguridad e higiene en el taller', minutes: 180 },
  { title: 'Puntadas básicas: punto de cruz, cadenilla, relleno', minutes: 720 },
  { title: 'Diseño y traslado del dibujo', minutes: 540 },
  { title: 'Color e hilos', minutes: 330 },
  { title: 'Acabados y presentación de la pieza', minutes: 600 },
]

/** As much as a certificate may have to say. */
export const fullestCertificate = (change: Partial<PrintedFacts> = {}): PrintedFacts =>
  certificate({
    name: LONG,
    trade: 'Manejo higiénico de alimentos y preparación de pan tradicional mexicano',
    validUntil: '2028-10-31',
    registration: {
      body: 'Instituto de Capacitación para el Trabajo del Estado de México',
      number: 'ICATMEX/CAP/2026-00481',
      standard: 'EC0217.01',
    },
    issuer: 'Asociación Civil de Capacitación y Acompañamiento de Mujeres del Valle de México',
    contact: 'Calle Ejemplo 10, colonia Centro, Ciudad de México, teléfono 55 0000 0000',
    signatories: [
      { name: 'Lic. Paula Arriaga', post: 'Coordinación de programas' },
      { name: 'Mtra. Elisa Baeza', post: 'Capacitación laboral' },
      { name: LONG, post: 'Dirección general de capacitación para el trabajo y vinculación' },
    ],
    replaces: '2026-4HXN-82VQ-K0PD-7',
    modules: Array.from({ length: 14 }, (_, at) => ({
      title: at % 3 === 1 ? `Módulo ${at + 1}: normas, higiene personal y del lugar de trabajo` : `Práctica ${at + 1}`,
      minutes: 150 + at * 10,
    })),
    pictures: { logo: LOGO, seal: SEAL },
    ...change,
  })

/** Who signs for hers: long names, some handed over, some without a form's number. */
export const deliverySheet = (women: number) => ({
  sheet: {
    folio: folioOf('EN', 2026, 12),
    printedOn: '2026-10-31',
    printedAt: '17:30',
    printedBy: 'Coordinación Demo',
    center: 'Centro de Demostración',
    version: 1,
    replaces: null,
    checkCode: 'K7',
  },
  title: 'Bordado a mano',
  code: 'CL-02-26B',
  endsOn: '2026-10-31',
  women: Array.from({ length: women }, (_, at) => ({
    name: at === 3 ? LONG_LISTED : at === 6 ? WITH_SALTILLO : `Núñez Ramírez, Ángela ${at + 1}`,
    fileNumber: `DEM-26-0${100 + at}`,
    folio: folioText(2026, `7K3MQ9TXBF${at + 10}`),
    form: at < 9 ? `A-0${101 + at}` : null,
    deliveredOn: at % 5 === 0 ? '2026-11-02' : null,
  })),
})

/** Every picture: its name and its facts. */
export const FACES: readonly (readonly [name: string, facts: () => PrintedFacts])[] = [
  ['certificate', () => certificate({ modules: MODULES })],
  ['certificate-long-name', () => certificate({ name: LONG, trade: 'Regulación emocional con perros de terapia' })],
  ['certificate-fullest', fullestCertificate],
  ['certificate-sober', () => certificate({ template: 'sober', modules: MODULES })],
  [
    'certificate-sober-fullest',
    () => fullestCertificate({ template: 'sober', hours: 60, duplicate: { number: 2, madeOn: '2027-03-02' } }),
  ],
]
