/** Careful examples of the papers of what a child needs and of her first times: long words, a saltillo, an odd letter. */
import { folioOf } from '../../src/main/platform/documents/paper-steps'

const PHOTO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAlklEQVR42t3MkRbGIBiA4e/CBoNgMAgGnf8EwSAIgkEQDAaDIAiCQTAYDAbBIBgMgi5q15D+r78PNE2DEOr7fhgGSuk4jkKIaZq01suyGGOcc9u27ft+nmeMEdq27boOY0wIYYxxzqWUSql5ntd1tdZ670MIx3Fc13XfN1TxKSWo4p/ngSr+fV+o4nPOUMWXUuBX2T8MH7DxAbB7QBWWAAAAAElFTkSuQmCC'

const sheetOf = (prefix: string) => ({
  folio: folioOf(prefix, 2026, 7),
  printedOn: '2026-10-16',
  printedAt: '17:30',
  printedBy: 'Coordinación Demo',
  center: 'Centro de Demostración',
  version: 1,
  replaces: null,
  checkCode: 'K7',
})

const need = (kind: string, forWhom: string, more: object = {}) => ({
  kind,
  what: null,
  size: null,
  forWhom,
  missing: 1,
  pledged: 0,
  ...more,
})

/** Open needs of several children, one with many words. */
export const openNeeds = () => ({
  sheet: sheetOf('NN'),
  issuer: 'Programa Umbral',
  day: '2026-10-16',
  needs: [
    need('clothes', 'Renata', { size: '18 meses', missing: 4 }),
    need('cot', 'José Luis'),
    need('formula', 'Xóchitl Nʉmʉ', {
      what: 'latas de etapa 2, sin lactosa, según indicó la pediatra',
      missing: 6,
      pledged: 2,
    }),
    need('nappies', 'María de los Ángeles Guadalupe', { size: 'etapa 4', missing: 120, pledged: 40 }),
    need('shoes', 'Iker', { size: '13', what: 'para caminar' }),
    need('other', 'Saꞌvi', { what: 'Mosquitero' }),
  ],
})

/** The first times of one child, one of them with a photo. */
export const firstTimes = () => ({
  sheet: sheetOf('PV'),
  issuer: 'Programa Umbral',
  name: 'Xóchitl Nʉmʉ Ñáñez Saꞌvi',
  givenNames: 'Xóchitl Nʉmʉ',
  firsts: [
    { day: '2026-03-08', what: 'Subió a un camión', withWhom: 'su tía Daniela', photo: null },
    { day: '2026-07-18', what: 'Vio el mar', withWhom: 'su abuela', photo: PHOTO },
    {
      day: '2026-09-05',
      what: 'Se mojó con la lluvia en un parque, corrió descalza por el pasto y no quiso volver a ponerse los zapatos',
      withWhom: null,
      photo: null,
    },
  ],
})
