/**
 * `centro.json`: the center's settings as an office writes them down before it has the app (its keys are the file's).
 * What is missing keeps its usual value, what is strange is named.
 */
import { done, refuse, type Outcome } from '../kernel/outcome'
import { centerSettings, type CenterSettings } from './office.contract'

export type CenterField = keyof CenterSettings

/** The settings that a new center starts from. */
export const NEW_CENTER: CenterSettings = {
  code: '',
  name: '',
  municipality: '',
  state: '',
  issuer: '',
  issuerContact: '',
  timezone: 'America/Mexico_City',
  paper: 'letter',
  dormitoryWord: 'dormitorio',
  ageLimitMonths: 36,
  idleMinutes: 5,
  lateGraceMinutes: 15,
  signatories: [],
  outingAuthorisations: ['madre', 'trabajo social', 'dirección'],
  hqRecipients: [],
}

const FIELDS = Object.keys(NEW_CENTER) as readonly CenterField[]
const inFile = (field: CenterField): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export type CenterFile =
  | { readonly ok: true; readonly settings: CenterSettings; readonly strange: readonly CenterField[] }
  | { readonly ok: false }

/** For the first steps of a new office, where a person sees the form: takes each field that fits its schema; a field that does not is left as it was and named. */
export function readCenterFile(text: string): CenterFile {
  const found = parse(text)
  if (!found) return { ok: false }
  const strange: CenterField[] = []
  const taken: Partial<Record<CenterField, unknown>> = {}
  for (const field of FIELDS) {
    const raw = found[inFile(field)]
    if (raw === undefined) continue
    const read = centerSettings.shape[field].safeParse(raw)
    if (read.success) taken[field] = read.data
    else strange.push(field)
  }
  if (Object.keys(taken).length === 0) return { ok: false }
  return { ok: true, settings: { ...NEW_CENTER, ...(taken as Partial<CenterSettings>) }, strange }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

/** The fields that do not fit yet. */
export function strangeFields(settings: CenterSettings): ReadonlySet<CenterField> {
  const checked = centerSettings.safeParse(settings)
  return new Set(checked.success ? [] : checked.error.issues.map((issue) => issue.path[0] as CenterField))
}

/** For hosts without a form: the settings, or the first field of the file that does not fit or is wanting. */
export function centerFromFile(text: string): Outcome<CenterSettings, 'bad-center-file'> {
  const read = readCenterFile(text)
  if (!read.ok) return refuse('bad-center-file', { where: '' })
  const [where] = [...read.strange, ...strangeFields(read.settings)]
  return where ? refuse('bad-center-file', { where }) : done(read.settings)
}
