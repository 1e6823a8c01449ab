/** The life of a certificate (SM-8): which acts each state takes, where they lead, and why it refuses the others. */
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'

export const CERTIFICATE_STATES = [
  'draft',
  'to-sign',
  'issued',
  'delivered',
  'replaced',
  'revoked',
  'annulled',
] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

export const CERTIFICATE_ACTS = [
  'set-name',
  'set-template',
  'delete',
  'sign-off',
  'send-back',
  'issue',
  'keep',
  'deliver',
  'undo-delivery',
  'duplicate',
  'start-replacement',
  'start-renewal',
  'supersede',
  'revoke',
  'annul',
] as const
export type CertificateAct = (typeof CERTIFICATE_ACTS)[number]

export type StepRefusal =
  | 'not-signed-off'
  | 'already-signed-off'
  | 'not-issued-yet'
  | 'certificate-already-issued'
  | 'already-delivered'
  | 'not-delivered'
  | 'certificate-replaced'
  | 'certificate-revoked'
  | 'certificate-annulled'

/** Of what has come to an end. */
export type EndedRefusal = Extract<StepRefusal, 'certificate-replaced' | 'certificate-revoked' | 'certificate-annulled'>
export const isEnded = (code: string | undefined): code is EndedRefusal =>
  code === 'certificate-replaced' || code === 'certificate-revoked' || code === 'certificate-annulled'

/** `gone`: the draft is deleted, nothing of it stays. */
export type CertificateStep = { readonly to: CertificateState | 'gone' } | { readonly refused: StepRefusal }

const to = (state: CertificateState | 'gone'): CertificateStep => ({ to: state })
const no = (refused: StepRefusal): CertificateStep => ({ refused })
type Row = Readonly<Record<CertificateAct, CertificateStep>>

/** What nobody may do to it any more, whatever it is. */
const all = (refused: StepRefusal): Row =>
  Object.fromEntries(CERTIFICATE_ACTS.map((act) => [act, no(refused)])) as unknown as Row

/** Every state against every act. Who may do it, and what else the act asks, is asked where it is done. */
export const CERTIFICATE_STEPS: Readonly<Record<CertificateState, Row>> = {
  draft: {
    ...all('not-issued-yet'),
    'set-name': to('draft'),
    'set-template': to('draft'),
    delete: to('gone'),
    'sign-off': to('to-sign'),
    'send-back': no('not-signed-off'),
    issue: no('not-signed-off'),
  },
  'to-sign': {
    ...all('not-issued-yet'),
    'set-name': no('already-signed-off'),
    'set-template': no('already-signed-off'),
    delete: no('already-signed-off'),
    'sign-off': no('already-signed-off'),
    'send-back': to('draft'),
    issue: to('issued'),
  },
  issued: {
    ...all('certificate-already-issued'),
    keep: to('issued'),
    deliver: to('delivered'),
    'undo-delivery': no('not-delivered'),
    duplicate: to('issued'),
    'start-replacement': to('issued'),
    'start-renewal': to('issued'),
    supersede: to('replaced'),
    revoke: to('revoked'),
    annul: to('annulled'),
  },
  delivered: {
    ...all('certificate-already-issued'),
    keep: no('already-delivered'),
    deliver: no('already-delivered'),
    'undo-delivery': to('issued'),
    duplicate: to('delivered'),
    'start-replacement': to('delivered'),
    'start-renewal': to('delivered'),
    supersede: to('replaced'),
    revoke: to('revoked'),
    // A paper that is out can only be revoked: annulling is for what never left the office.
    annul: no('already-delivered'),
  },
  replaced: all('certificate-replaced'),
  revoked: all('certificate-revoked'),
  annulled: all('certificate-annulled'),
}

/** Why its state does not allow an act; nothing if it does. */
export function refusalOf(state: CertificateState, act: CertificateAct): StepRefusal | undefined {
  const step = CERTIFICATE_STEPS[state][act]
  return 'refused' in step ? step.refused : undefined
}

/** The acts that a state takes. */
export const actsOf = (state: CertificateState): readonly CertificateAct[] =>
  CERTIFICATE_ACTS.filter((act) => !refusalOf(state, act))

/** What befell a folio, as the ledger's events name it, and where it stands after. */
export const EVENT_ACTS = {
  kept: 'keep',
  delivered: 'deliver',
  'delivery-undone': 'undo-delivery',
  duplicated: 'duplicate',
  replaced: 'supersede',
  renewed: 'supersede',
  revoked: 'revoke',
  annulled: 'annul',
} as const satisfies Record<string, CertificateAct>
export type EventKind = keyof typeof EVENT_ACTS

/** The day from which what holds until a day may be renewed. */
export const renewableFrom = (validUntil: CivilDate): CivilDate => addDays(validUntil, -90)
