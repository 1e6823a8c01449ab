/** `centro.json`: the center's settings as an office writes them down before it has the app (its keys are the file's). */
import { z } from 'zod'
import { done, refuse, type Outcome } from '../kernel/outcome'
import { centerSettings, signatory, type CenterSettings } from './office.contract'

const centerFile = z.object({
  code: z.string(),
  name: z.string(),
  municipality: z.string(),
  state: z.string(),
  issuer: z.string(),
  issuer_contact: z.string().default(''),
  timezone: z.string().default('America/Mexico_City'),
  paper: z.enum(['letter', 'oficio']).default('letter'),
  dormitory_word: z.enum(['dormitorio', 'estancia']).default('dormitorio'),
  age_limit_months: z.int().default(36),
  idle_minutes: z.int().default(5),
  late_grace_minutes: z.int().default(15),
  signatories: z.array(signatory).default([]),
  outing_authorisations: z.array(z.string()).min(1),
  hq_recipients: z.array(z.string()).default([]),
})

/** The settings in the text of a `centro.json`; refuses with the first field that does not fit. */
export function centerFromFile(text: string): Outcome<CenterSettings, 'bad-center-file'> {
  const parsed = centerFile.safeParse(parseJson(text))
  if (!parsed.success) return refuse('bad-center-file', { where: parsed.error.issues[0]?.path.join('.') ?? '' })
  const file = parsed.data
  const settings = centerSettings.safeParse({
    code: file.code,
    name: file.name,
    municipality: file.municipality,
    state: file.state,
    issuer: file.issuer,
    issuerContact: file.issuer_contact,
    timezone: file.timezone,
    paper: file.paper,
    dormitoryWord: file.dormitory_word,
    ageLimitMonths: file.age_limit_months,
    idleMinutes: file.idle_minutes,
    lateGraceMinutes: file.late_grace_minutes,
    signatories: file.signatories,
    outingAuthorisations: file.outing_authorisations,
    hqRecipients: file.hq_recipients,
  })
  return settings.success
    ? done(settings.data)
    : refuse('bad-center-file', { where: settings.error.issues[0]?.path.join('.') ?? '' })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
