/** Portfolio and release: photographs only while she agrees, contacts that tell nothing, checks, and what she was handed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract'
import { readBack } from '../factories/graduation'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { portfolio as sample } from '../factories/statement-facts'
import { recordLeaving } from '../factories/stays'
import { hasTool } from '../factories/tools'

let it: TestOffice
let id: string
let folder: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-11-05T17:30:00.000Z' })
  id = await registerWoman(it, { surname1: 'Ríos', givenNames: 'Alma' })
  folder = mkdtempSync(join(tmpdir(), 'umbral-portfolio-'))
})
afterEach(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

const PICTURE = sample().photos[0]!.picture
const agree = (answeredOn = '2026-11-01') =>
  it.must('people.recordConsents', {
    personId: id,
    answers: [{ purpose: 'photo', answer: 'yes' }],
    answeredOn,
    how: 'thumbprint',
    readAloud: true,
    folio: 'PAPEL-1',
  })
const withdraw = async () => {
  const photo = (await it.must('people.consents', { id })).find((each) => each.purpose === 'photo')?.current
  if (!photo) throw new Error('no consent')
  await it.must('people.withdrawConsent', { id: photo.id, version: photo.version, withdrawnOn: '2026-11-04' })
}
const addPhoto = (change: Partial<Input<'people.addPhoto'>> = {}) =>
  it.call('people.addPhoto', {
    personId: id,
    editionId: null,
    caption: 'Faja',
    takenOn: null,
    picture: PICTURE,
    ...change,
  })
const portfolio = () => it.must('people.portfolio', { id })
const folderText = async () => {
  const paper = await it.must('people.printFolder', { id })
  return { ...readBack(folder, Buffer.from(paper.pdf, 'base64')), paper }
}

describe('a photograph of her work', () => {
  test('is neither kept nor shown without her consent', async () => {
    expect(codesOf(await addPhoto())).toEqual(['photo-not-consented'])
    await agree()
    expect(codesOf(await addPhoto({ picture: Buffer.from('%PDF-1.7').toString('base64') }))).toEqual(['picture-kind'])
    expect(codesOf(await addPhoto({ takenOn: '2026-11-06' }))).toEqual(['day-in-the-future'])
    expect(codesOf(await addPhoto())).toEqual([])
    const [photo] = (await portfolio()).photos
    expect((await it.must('people.photo', { id: photo!.id })).kind).toBe('png')
    await withdraw()
    expect(await portfolio()).toMatchObject({ photos: [], withheldPhotos: 1, photoConsent: 'withdrawn' })
    expect(codesOf(await it.call('people.photo', { id: photo!.id }))).toEqual(['photo-not-consented'])
    expect(codesOf(await addPhoto())).toEqual(['photo-not-consented'])
    expect(await it.must('people.removePhotos', { personId: id, ids: null })).toEqual({ removed: 1 })
    await agree('2026-11-05')
    expect((await portfolio()).photos).toEqual([])
    expect(codesOf(await it.call('people.photo', { id: photo!.id }))).toEqual(['unknown-photo'])
  })

  test.runIf(hasTool('pdftotext'))('stands in the printed portfolio only while she agrees', async () => {
    await agree()
    await addPhoto({ caption: 'Faja con grecas' })
    expect((await folderText()).text).toContain('Faja con grecas')
    await withdraw()
    expect((await folderText()).text).not.toContain('Faja con grecas')
  })

  test('its caption may not tell where she was, neither when it is added nor when it is printed', async () => {
    await agree()
    expect(codesOf(await addPhoto({ caption: 'Mural del dormitorio B' }))).toEqual(['folder-names-center'])
    await addPhoto({ caption: 'Mural de Puente Grande' })
    expect(codesOf(await it.call('people.printFolder', { id }))).toEqual([])
    const { version, ...settings } = await it.must('office.settings', {})
    await it.must('office.changeSettings', { version, settings: { ...settings, name: 'Centro Femenil Puente Grande' } })
    expect(codesOf(await it.call('people.printFolder', { id }))).toEqual(['folder-names-center'])
  })

  test('no more than two dozen of them', async () => {
    await agree()
    for (let at = 0; at < 24; at++) await addPhoto({ caption: `Pieza ${String(at)}` })
    expect(codesOf(await addPhoto())).toEqual(['too-many-photos'])
  })
})

describe.runIf(hasTool('pdftotext'))('the portfolio', () => {
  test('is one PDF that names the issuer and contacts, and no center', async () => {
    await it.must('people.addContact', {
      personId: id,
      name: 'Cooperativa Hilos',
      offers: 'Compra',
      reachedAt: 'Tel. 55',
    })
    const telling = { personId: id, name: 'Trabajo social del penal', offers: 'Apoyo', reachedAt: 'Tel.' }
    expect(codesOf(await it.call('people.addContact', telling))).toEqual(['folder-names-center'])
    const { text, info, paper } = await folderText()
    expect(text).toContain('Cooperativa Hilos')
    expect(text + info + paper.title + paper.folio).not.toMatch(/Demostración|DEM-|Dana Directora/)
    const [contact] = (await portfolio()).contacts
    await it.must('people.removeContact', { id: contact!.id })
    expect(codesOf(await it.call('people.removeContact', { id: contact!.id }))).toEqual(['unknown-contact'])
    expect((await folderText()).text).not.toContain('Cooperativa Hilos')
  })
})

test.runIf(hasTool('pdftotext'))('the portfolio bears the name that she has on her certificates', async () => {
  const { facts, version } = await it.must('people.get', { id })
  await it.must('people.correct', { id, version, facts: { ...facts, chosenName: 'Jesús' }, reason: 'Lo pidió' })
  expect((await folderText()).text).toContain('Alma Ríos')
  await it.must('certificates.setName', { personId: id, kind: 'chosen' })
  const { text } = await folderText()
  expect(text).toContain('Jesús Ríos')
  expect(text).not.toContain('Alma')
})

describe('before release', () => {
  const tasks = async () =>
    (await it.must('tasks.list', {})).filter(({ path }) => path.endsWith('/portfolio')).map((task) => task.kind)
  const setDay = (releasesOn: string, version: number | null = null) =>
    it.call('people.setReleaseDay', { personId: id, releasesOn, version })
  const check = (daysBefore: 30 | 7) => it.call('people.checkRelease', { personId: id, daysBefore })

  test('the folder is asked for, checked off, and asked for again when the day moves', async () => {
    expect(codesOf(await check(30))).toEqual(['no-release-day'])
    expect(codesOf(await setDay('2026-11-05'))).toEqual(['day-not-ahead'])
    expect(codesOf(await setDay('2026-12-20'))).toEqual([])
    expect(await tasks()).toEqual([])
    it.now = '2026-11-20T17:30:00.000Z'
    expect(await tasks()).toEqual(['release-folder-30'])
    expect(codesOf(await check(30))).toEqual([])
    expect(codesOf(await check(30))).toEqual(['already-checked'])
    expect(await tasks()).toEqual([])
    expect(codesOf(await setDay('2026-12-10', 7))).toEqual(['stale'])
    expect(codesOf(await setDay('2026-11-26', 1))).toEqual([])
    expect(await tasks()).toEqual(['release-folder-30', 'release-folder-7'])
    expect((await portfolio()).release).toMatchObject({ releasesOn: '2026-11-26', from: 'set', version: 2 })
    await it.signInAs('mental-health')
    expect(await tasks()).toEqual([])
  })

  test('nothing is prepared for her who has left, but her folder still prints', async () => {
    await recordLeaving(it, id, { leftOn: '2026-11-05', cause: 'release' })
    expect(codesOf(await setDay('2026-12-20'))).toEqual(['person-not-here'])
    expect((await portfolio()).release).toBeNull()
    expect((await it.must('people.printFolder', { id })).pages).toBe(1)
  })
})

describe('what she was handed', () => {
  const other = (what: string) => ({ kind: 'other' as const, what, id: null })
  const print = async () => it.must('people.printHandover', { personId: id, items: [other('Su libreta')] })
  const sign = (handoverId: string, change: Partial<Input<'people.signHandover'>> = {}) =>
    it.call('people.signHandover', {
      id: handoverId,
      version: 1,
      signedOn: '2026-11-05',
      how: 'thumbprint',
      receivedBy: null,
      ...change,
    })

  test('is on a receipt, recorded once when it comes back signed', async () => {
    const { handoverId, folio } = await print()
    expect((await portfolio()).handovers).toMatchObject([{ folio, signedOn: null, items: [{ what: 'Su libreta' }] }])
    expect(codesOf(await sign(handoverId, { signedOn: '2026-11-06' }))).toEqual(['day-in-the-future'])
    expect(codesOf(await sign(handoverId, { signedOn: '2026-11-04' }))).toEqual(['before-printing'])
    expect(codesOf(await sign(handoverId, { version: 9 }))).toEqual(['stale'])
    expect(codesOf(await sign(handoverId))).toEqual([])
    expect(codesOf(await sign(handoverId, { version: 2 }))).toEqual(['already-signed'])
    const cancel = { id: handoverId, version: 2, reason: 'Se imprimió mal' }
    expect(codesOf(await it.call('people.cancelHandover', cancel))).toEqual(['already-signed'])
    expect((await portfolio()).handovers).toMatchObject([{ signedOn: '2026-11-05', signedHow: 'thumbprint' }])
  })

  test('is cancelled with a reason, and then takes no signature', async () => {
    const { handoverId } = await print()
    await it.must('people.cancelHandover', { id: handoverId, version: 1, reason: 'Se imprimió mal' })
    expect(codesOf(await sign(handoverId, { version: 2 }))).toEqual(['handover-cancelled'])
    expect(codesOf(await sign(id))).toEqual(['unknown-handover'])
  })

  test('never says that she got what is not hers', async () => {
    const certificate = { kind: 'certificate' as const, what: '2026-X', id }
    const answer = await it.call('people.printHandover', { personId: id, items: [other('Libreta'), certificate] })
    expect(codesOf(answer)).toEqual(['not-hers'])
  })
})

test('whoever only reads prints and changes nothing', async () => {
  await it.signInAs('reader')
  expect((await portfolio()).certificates).toEqual([])
  expect(codesOf(await it.call('people.printFolder', { id }))).toEqual(['not-allowed'])
  expect(
    codesOf(await it.call('people.setReleaseDay', { personId: id, releasesOn: '2026-12-20', version: null })),
  ).toEqual(['not-allowed'])
})
