// Generated from the migrations by `npm run db:types`; a test compares. Do not edit.
import type { Generated } from 'kysely'

export interface Adult {
  id: string
  full_name: string
  document: string | null
  phone: string | null
  search_text: string
  version: Generated<number>
  document_kind: string | null
  document_last4: string | null
  address: string | null
  description: string | null
  photo_id: string | null
}

export interface AgeExtension {
  id: string
  child_id: string
  state: string
  asked_of: string
  asked_on: string
  reason: string
  decided_by: string | null
  decided_on: string | null
  document: string | null
  until_day: string | null
  decision_note: string | null
  version: Generated<number>
}

export interface Alert {
  id: string
  person_id: string
  kind: string
  note: string | null
  circle: string
  owner_role: string
  starts_on: string
  review_on: string
  ends_on: string | null
  closed_on: string | null
  close_reason: string | null
  version: Generated<number>
}

export interface Appointment {
  id: string
  person_id: string | null
  child_id: string | null
  kind: string
  day: string
  starts_at: string
  ends_at: string | null
  room_id: string | null
  place: string | null
  outside: Generated<number>
  note: string | null
  cancelled_on: string | null
  cancelled_reason: string | null
  recorded_by: string | null
  version: Generated<number>
}

export interface Arrival {
  id: string
  person_id: string
  expected_on: string
  dormitory: string | null
  note: string | null
  settled_on: string | null
  outcome: string | null
  version: Generated<number>
}

export interface AuditEvent {
  seq: number
  at: string
  actor_id: string | null
  actor_name: string
  event: string
  subject_type: string
  subject_id: string | null
  before_json: string | null
  after_json: string | null
  reason: string | null
  prev_hash: string
  hash: string
}

export interface Authority {
  id: string
  child_id: string
  adult_id: string
  act: string
  from_day: string | null
  until_day: string | null
  evidence_kind: string | null
  evidence_number: string | null
  document_seen_on: string | null
  document_seen_by: string | null
  given_at: string | null
  given_by: string | null
  ended_at: string | null
  ended_on: string | null
  ended_by: string | null
  end_reason: string | null
  replaced_by: string | null
}

export interface Axis {
  id: string
  code: string
  name: string
  sensitive: Generated<number>
}

export interface Batch {
  id: string
  kind: string
  title: string
  subject_id: string | null
  done_at: string
  done_on: string
  done_by: string | null
  undone_at: string | null
}

export interface BatchWrite {
  batch_id: string
  position: number
  table_name: string
  key_json: string
  before_json: string | null
  after_json: string | null
}

export interface BundleExport {
  id: string
  period: string
  sequence: number
  file_name: string
  sha256: string
  bytes: number
  contents_sha256: string
  supplement_of: number | null
  audit_size: number
  audit_head: string
  exported_at: string
  exported_by: string | null
}

export interface BundleKey {
  id: string
  year: number
  key_number: Buffer
  public_key: Buffer
  secret_key: Buffer
  created_at: string
}

export interface Center {
  id: number
  code: string
  name: string
  municipality: string
  state: string
  issuer: string
  issuer_contact: string
  timezone: string
  paper: string
  dormitory_word: string
  idle_minutes: number
  late_grace_minutes: number
  hq_recipients_json: string
  version: Generated<number>
}

export interface Certificate {
  id: string
  folio: string
  year: number
  number: number
  person_id: string
  holder_id: string
  edition_id: string
  paper_id: string
  facts_json: string
  prev_hash: string
  hash: string
  issued_on: string
  issued_by: string | null
  kind: Generated<string>
  replaces_id: string | null
  template: string
  template_version: number
  valid_until: string | null
  state: string
  state_on: string
  end_cause: string | null
  end_note: string | null
  replaced_by: string | null
  kept_on: string | null
  delivered_on: string | null
  delivered_to: string | null
  received_by: string | null
  delivered_by: string | null
  duplicates: Generated<number>
  version: Generated<number>
}

export interface CertificateDraft {
  id: string
  edition_id: string
  person_id: string
  kind: string
  replaces_id: string | null
  cause: string | null
  note: string | null
  name_kind: string | null
  printed_name: string | null
  template: string
  state: string
  basis_json: string
  prepared_on: string
  prepared_by: string
  signed_off_at: string | null
  signed_off_by: string | null
  issued_by: string | null
  certificate_id: string | null
  version: Generated<number>
}

export interface CertificateEvent {
  seq: number
  certificate_id: string
  kind: string
  on_day: string
  at: string
  by: string
  facts_json: string
  prev_hash: string
  hash: string
}

export interface CertificateException {
  id: string
  edition_id: string
  person_id: string
  waives_json: string
  reason: string
  given_at: string
  given_on: string
  given_by: string | null
  withdrawn_on: string | null
  withdrawn_note: string | null
  version: Generated<number>
}

export interface CertificateFace {
  id: number
  template: string
  logo_id: string | null
  seal_id: string | null
  version: Generated<number>
}

export interface CertificateForm {
  id: string
  number: string
  purpose: string
  certificate_id: string | null
  spoiled_cause: string | null
  note: string | null
  recorded_on: string
  recorded_by: string
  version: Generated<number>
}

export interface CertificateKey {
  id: string
  year: number
  public_key: Buffer
  secret_key: Buffer
  created_at: string
}

export interface CertificateLedger {
  id: number
  folio_secret: Buffer
}

export interface CertificateRule {
  workshop_id: string
  from_day: string
  min_rate_percent: number
  min_hours: number | null
  asks_modules: Generated<number>
  asks_practical: Generated<number>
  asks_tools: Generated<number>
  valid_months: number | null
}

export interface CertificateWish {
  person_id: string
  name_kind: string
  asked_on: string
  asked_by: string
  version: Generated<number>
}

export interface Child {
  id: string
  code: string
  surname1: string
  surname2: string | null
  given_names: string
  sex: string | null
  birth_date: string | null
  birth_precision: string
  mother_id: string
  lives_here_from: string | null
  lives_here_until: string | null
  curp: string | null
  search_text: string
  version: Generated<number>
  kind: Generated<string>
  came: string | null
  custody: Generated<string>
  custody_note: string | null
  outside_place: string | null
  outside_with: string | null
  outside_phone: string | null
  last_contact_on: string | null
  last_contact_how: string | null
}

export interface ChildAdmission {
  id: string
  child_id: string
  state: string
  emergency: Generated<number>
  requested_on: string
  reason: string
  carer_name: string | null
  carer_relation: string | null
  carer_phone: string | null
  sent_on: string | null
  sent_to: string | null
  decided_on: string | null
  authority: string | null
  document: string | null
  document_on: string | null
  decision_reasons: string | null
  review_on: string | null
  entered_on: string | null
  version: Generated<number>
}

export interface ChildAdult {
  id: string
  child_id: string
  adult_id: string
  relation: string
  version: Generated<number>
}

export interface ChildCheck {
  id: string
  child_id: string
  milestone: string | null
  outcome: string
  day: string
  note: string | null
  recorded_at: string
  recorded_by: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  version: Generated<number>
}

export interface ChildDeparture {
  id: string
  child_id: string
  left_on: string
  cause: string
  handed_to: string | null
  relation: string | null
  document: string | null
  phone: string | null
  place: string | null
  reason: string
  lived_from: string | null
  undone_on: string | null
  undone_reason: string | null
}

export interface ChildFace {
  id: string
  child_id: string
  photo_id: string
  taken_on: string
  consent: string
  added_at: string
  added_by: string | null
}

export interface ChildGestation {
  child_id: string
  weeks: number
  noted_at: string
  noted_by: string | null
  version: Generated<number>
}

export interface ChildGrowth {
  id: string
  child_id: string
  day: string
  weight_g: number | null
  height_mm: number | null
  lying: number
  head_mm: number | null
  measured_by: string
  recorded_at: string
  recorded_by: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  version: Generated<number>
}

export interface ChildNeed {
  id: string
  child_id: string
  kind: string
  what: string | null
  size: string | null
  quantity: number
  asked_on: string
  dropped_on: string | null
  drop_reason: string | null
  version: Generated<number>
}

export interface ChildNeedStep {
  id: string
  need_id: string
  kind: string
  day: string
  quantity: number
  who: string
  note: string | null
  at: string
  by: string | null
}

export interface ChildOut {
  outing_id: string
  child_id: string
  left_on: string
  left_at: string
  took_name: string | null
}

export interface ChildPaper {
  id: string
  child_id: string
  kind: string
  state: string
  asked_on: string | null
  asked_of: string | null
  copy_seen_on: string | null
  copy_seen_by: string | null
  names_place: string
  note: string | null
  version: Generated<number>
}

export interface ChildcareDuty {
  id: string
  day: string
  name: string
  from_at: string
  until_at: string | null
  recorded_at: string
  recorded_by: string | null
}

export interface ChildcareStay {
  id: string
  child_id: string
  day: string
  in_at: string
  brought_by: string
  brought_name: string | null
  out_at: string | null
  fetched_by: string | null
  fetched_name: string | null
  folio: string | null
  recorded_at: string
  recorded_by: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  version: Generated<number>
}

export interface Consent {
  id: string
  person_id: string
  purpose: string
  answer: string
  answered_on: string
  how: string
  read_aloud: number
  folio: string
  withdrawn_on: string | null
  withdrawn_note: string | null
  superseded_at: string | null
  version: Generated<number>
}

export interface CustodyClock {
  id: string
  child_id: string
  began_at: string
  due_at: string
  reason: string
  closed_at: string | null
  close_kind: string | null
  handed_to: string | null
  document: string | null
  close_note: string | null
  version: Generated<number>
}

export interface CustodyNotice {
  id: string
  clock_id: string
  authority: string
  person: string | null
  told_at: string
  told_by: string | null
  note: string | null
}

export interface DoubtfulMark {
  id: string
  session_id: string
  person_id: string
  written: string
  settled_at: string | null
}

export interface Draft {
  staff_id: string
  form: string
  content: string
  saved_at: string
}

export interface Edition {
  id: string
  code: string
  workshop_id: string
  room_id: string
  instructor_id: string
  hours: number
  capacity: number
  starts_on: string
  ends_on: string
  min_rate_percent: number
  version: Generated<number>
  care: string | null
  min_hours: number | null
  rule_from: string | null
  copied_from: string | null
  takes_waiting: Generated<number>
  closed_on: string | null
  asks_modules: Generated<number>
  asks_practical: Generated<number>
  asks_tools: Generated<number>
  valid_months: number | null
}

export interface EditionException {
  id: string
  edition_id: string
  kind: string
  day: string
  starts_at: string
  to_starts_at: string | null
  to_ends_at: string | null
  note: string | null
}

export interface EditionModule {
  edition_id: string
  module_id: string
  position: number
  minutes: number
}

export interface EditionSeating {
  edition_id: string
  suspended_frees: number
  version: Generated<number>
}

export interface EditionSlot {
  id: string
  edition_id: string
  week: Generated<string>
  weekday: number
  starts_at: string
  ends_at: string
}

export interface EmergencyCarer {
  child_id: string
  position: number
  full_name: string
  relation: string | null
  phone: string | null
  distance: string | null
}

export interface EmergencySheet {
  child_id: string
  allergies: string | null
  medicines: string | null
  doctor: string | null
  doctor_phone: string | null
  comfort: string | null
  feeding: string | null
  reviewed_on: string
  reviewed_by: string | null
  version: Generated<number>
}

export interface Evaluation {
  edition_id: string
  person_id: string
  result: string
  version: Generated<number>
}

export interface Excuse {
  id: string
  person_id: string
  reason: string
  from_day: string
  until_day: string
  starts_at: string | null
  ends_at: string | null
  note: string | null
  told_at: string
  told_by: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

export interface FirstExperience {
  id: string
  child_id: string
  day: string
  what: string
  with_whom: string | null
  outing_id: string | null
  photo_id: string | null
  photo_consent: string | null
  removed_on: string | null
  remove_reason: string | null
  version: Generated<number>
}

export interface GateContact {
  id: string
  position: number
  kind: string
  name: string
  phone: string
}

export interface Handover {
  id: string
  person_id: string
  paper_id: string
  items_json: string
  printed_on: string
  signed_on: string | null
  signed_how: string | null
  received_by: string | null
  recorded_by: string | null
  cancelled_on: string | null
  version: Generated<number>
}

export interface Headcount {
  id: string
  permission_id: string
  step: string
  day: string
  at: string
  place: string | null
  note: string | null
  recorded_at: string
  recorded_by: string | null
}

export interface HeadcountChild {
  headcount_id: string
  outing_id: string
  seen: number
}

export interface ImportBatch {
  id: string
  kind: string
  file_name: string
  file_sha256: string
  imported_at: string
  imported_by: string | null
  counts_json: string
  undone_at: string | null
}

export interface ImportIssue {
  id: string
  batch_id: string
  sheet: string
  row: number
  level: string
  code: string
  facts_json: string
}

export interface ImportWrite {
  batch_id: string
  position: number
  table_name: string
  key_json: string
  before_json: string | null
  after_json: string | null
}

export interface Instructor {
  id: string
  name: string
  active: Generated<number>
  provider: string | null
  clearance_until: string | null
}

export interface Intake {
  id: string
  person_id: string
  stay_id: string
  taken_on: string
  taken_at: string
  taken_by: string | null
  superseded_at: string | null
  declined: Generated<number>
  schooling: string | null
  wants_school: number | null
  trades_known_json: Generated<string>
  trades_wanted_json: Generated<string>
  trades_note: string | null
  children_outside: number | null
  children_outside_with: string | null
  dependants: string | null
  languages: string | null
  spanish: string | null
  reads: string | null
  read_aloud: number | null
  barriers_json: Generated<string>
  barriers_note: string | null
  leaves_about: string | null
}

export interface KeepApart {
  id: string
  person_a: string
  person_b: string
  scope: string
  reason_group: string
  level: string
  starts_on: string
  review_on: string
  closed_on: string | null
  close_reason: string | null
  note: string | null
  version: Generated<number>
}

export interface LateReturn {
  adult_id: string | null
  outing_id: string
  returns_on: string
  returns_at: string
  day: string
  at: string
}

export interface Mark {
  session_id: string
  person_id: string
  code: string
  version: Generated<number>
  note: string | null
  reason: string | null
  minutes_late: number | null
  minutes_early: number | null
  credited_minutes: number | null
  marked_at: string | null
  marked_on: string | null
  marked_by: string | null
}

export interface MarkChange {
  id: string
  session_id: string
  person_id: string
  kind: string
  was_json: string | null
  was_code: string | null
  now_code: string | null
  why: string | null
  changed_at: string
  changed_on: string
  changed_by: string | null
}

export interface ModuleResult {
  edition_id: string
  person_id: string
  module_id: string
  result: string
  version: Generated<number>
}

export interface MovementUndone {
  id: string
  outing_id: string
  direction: string
  day: string
  at: string
  facts_json: string
  recorded_at: string
  recorded_by: string | null
  undone_at: string
  undone_by: string | null
  reason: string
}

export interface NumberFloor {
  series: string
  last: number
}

export interface Offer {
  id: string
  wait_id: string
  edition_id: string
  made_on: string
  made_by: string | null
  until_on: string
  turn: number
  turn_of: number
  points: number
  told_on: string | null
  told_by: string | null
  answer: string | null
  answered_on: string | null
  answer_note: string | null
  place_id: string | null
  version: Generated<number>
}

export interface Outing {
  id: string
  permission_id: string
  folio: string
  child_id: string
  leaves_on: string
  leaves_at: string
  returns_on: string
  returns_at: string
  allergies: string | null
  belongings: string | null
  photo: number | null
  cancelled_on: string | null
  cancelled_reason: string | null
  version: Generated<number>
}

export interface OutingAttempt {
  id: string
  outing_id: string | null
  folio: string | null
  at: string
  reasons_json: string
  adult_name: string | null
  note: string | null
  recorded_by: string | null
}

export interface OutingAuthorisation {
  id: string
  position: number
  name: string
  recorded_by: Generated<string>
  scope: Generated<string>
  required_when_json: Generated<string>
  emergency: Generated<string>
}

export interface OutingEnd {
  id: string
  outing_id: string
  kind: string
  cause: string | null
  day: string
  at: string
  note: string | null
  decided_by: string | null
  document: string | null
  recorded_at: string
  recorded_by: string | null
  undone_at: string | null
  undone_by: string | null
  undone_reason: string | null
}

export interface OutingMovement {
  id: string
  outing_id: string
  direction: string
  day: string
  at: string
  adult_name: string | null
  note: string | null
  recorded_at: string
  recorded_by: string | null
  adult_id: string | null
  document_seen: string | null
  belongings: string | null
  condition: string | null
  backdated_reason: string | null
  clock_doubt: Generated<number>
  alarm: string | null
  allowed_by: string | null
}

export interface OutingPlan {
  id: string
  permission_id: string
  folio: string
  child_id: string
  kind: string
  reason: string
  leaves_on: string
  leaves_at: string
  returns_on: string
  returns_at: string
  adult_name: string
  adult_id: string | null
  instructor_id: string | null
  staff_id: string | null
  note: string | null
  cancelled_on: string | null
  cancelled_reason: string | null
  requested_by: string | null
  permission_state: string
  version: number
}

export interface OutingSignature {
  id: string
  permission_id: string
  outing_id: string | null
  authorisation: string
  round: number
  how: string
  signed_on: string | null
  evidence: string | null
  recorded_at: string | null
  recorded_by: string | null
  withdrawn_on: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

export interface Paper {
  id: string
  type: string
  folio: string
  year: number
  number: number
  title: string
  subject_id: string | null
  pages: number
  pdf: Buffer
  sha256: string
  issued_at: string
  issued_by: string | null
  about: string | null
  version: Generated<number>
  check_code: string | null
}

export interface Permission {
  id: string
  folio: string
  kind: string
  reason: string
  state: string
  state_on: string | null
  state_by: string | null
  state_reason: string | null
  destination: string | null
  transport: string | null
  travels: Generated<number>
  phone: string | null
  adult_name: string
  adult_id: string | null
  instructor_id: string | null
  staff_id: string | null
  back_adult_name: string | null
  back_adult_id: string | null
  note: string | null
  separation_step_id: string | null
  requested_by: string | null
  round: Generated<number>
  round_on: string
  round_by: string | null
  version: Generated<number>
}

export interface PermissionAdult {
  id: string
  permission_id: string
  duty: string
  name: string
  document: string | null
  staff_id: string | null
  instructor_id: string | null
}

export interface Person {
  id: string
  file_number: string
  surname1: string
  surname2: string | null
  given_names: string
  chosen_name: string | null
  curp: string | null
  birth_date: string | null
  birth_precision: string
  legal_status: string | null
  schooling: string | null
  language: string | null
  consents: number | null
  search_text: string
  sort_key: string
  version: Generated<number>
  merged_into: string | null
}

export interface PersonMerge {
  loser_id: string
  kept_id: string
  merged_on: string
  merged_at: string
  merged_by: string | null
  reason: string
}

export interface Picture {
  id: string
  kind: string
  width: number
  height: number
  sha256: string
  bytes: Buffer
  added_at: string
  added_by: string | null
}

export interface Place {
  id: string
  person_id: string
  edition_id: string
  opened_on: string
  given_despite: string | null
  given_reason: string | null
  ended_on: string | null
  end_result: string | null
  end_cause: string | null
  end_note: string | null
  version: Generated<number>
}

export interface PlaceExclusion {
  id: string
  place_id: string
  weekday: number
  starts_at: string | null
  reason: string
  note: string | null
  from_day: string
  until_day: string | null
  review_on: string | null
  version: Generated<number>
}

export interface PlaceOff {
  place_id: string
  person_id: string
  edition_id: string
  session_id: string
  kind: string
  why: string
}

export interface PlaceSuspension {
  id: string
  place_id: string
  cause: string
  absence_id: string | null
  from_day: string
  back_on: string | null
  review_on: string | null
  note: string | null
  version: Generated<number>
}

export interface PortfolioPhoto {
  id: string
  person_id: string
  picture_id: string
  edition_id: string | null
  caption: string
  taken_on: string | null
  added_on: string
  added_by: string | null
}

export interface PracticalResult {
  edition_id: string
  person_id: string
  result: string
  version: Generated<number>
}

export interface Prohibition {
  id: string
  child_id: string
  adult_id: string
  ordered_by: string | null
  order_number: string
  ordered_on: string | null
  from_day: string | null
  until_day: string | null
  note: string | null
  entered_at: string | null
  entered_by: string | null
  lifted_at: string | null
  lifted_on: string | null
  lifted_by: string | null
  lift_reason: string | null
  lift_document: string | null
}

export interface ProtectionConcern {
  id: string
  child_id: string
  seen_on: string
  seen_at: string | null
  what: string
  seen_by: string
  entered_at: string
  entered_by: string | null
  closed_on: string | null
  version: Generated<number>
}

export interface ProtectionMeasure {
  id: string
  child_id: string
  authority: string
  number: string
  what: string | null
  from_day: string
  until_day: string | null
  version: Generated<number>
}

export interface ProtectionStep {
  id: string
  concern_id: string
  kind: string
  day: string
  time: string | null
  authority: string | null
  folio: string | null
  what: string
  at: string
  by: string | null
}

export interface ReleaseCheck {
  id: string
  stay_id: string
  days_before: number
  releases_on: string
  note: string | null
  checked_on: string
  checked_by: string | null
}

export interface ReleaseContact {
  id: string
  person_id: string
  name: string
  offers: string
  reached_at: string
  added_on: string
  removed_on: string | null
}

export interface ReleaseFolder {
  stay_id: string
  releases_on: string
  version: Generated<number>
}

export interface ReturnCall {
  id: string
  outing_id: string
  step: string
  note: string
  at: string
  by: string | null
}

export interface Roll {
  session_id: string
  version: number
  keyed_at: string
  keyed_by: string | null
  paper_attended: number
  paper_absent: number
}

export interface Room {
  id: string
  name: string
  active: Generated<number>
}

export interface Routine {
  id: string
  series_id: string
  kind: string
  title: string
  dormitories: string | null
  weekday: number
  starts_at: string
  ends_at: string
  valid_from: string
  valid_until: string | null
}

export interface SampleDifference {
  sample_id: string
  person_id: string
  first_code: string | null
  second_code: string | null
  settled: string | null
  settled_at: string | null
  settled_by: string | null
}

export interface Scan {
  id: string
  session_id: string
  name: string
  kind: string
  size: number
  sha256: string
  bytes: Buffer | null
  added_at: string
  added_by: string | null
  removed_at: string | null
  removed_by: string | null
  removed_reason: string | null
}

export interface Screening {
  id: string
  child_id: string
  instrument: string
  instrument_version: string
  day: string
  age_group: number
  corrected: number
  evaluator: string
  overall: string
  referred_to: string | null
  referred_on: string | null
  answered_on: string | null
  recorded_at: string
  recorded_by: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  version: Generated<number>
}

export interface ScreeningArea {
  screening_id: string
  area: string
  light: string
  total: number | null
}

export interface SeparationMilestone {
  id: string
  word: string | null
  title: string | null
  side: string
  months: number
  days: number
  concerns: string
  from_day: string
  until_day: string | null
  version: Generated<number>
}

export interface SeparationPlan {
  id: string
  child_id: string
  cause: string
  target_day: string
  made_on: string
  note: string | null
  separated_on: string | null
  closed_on: string | null
  close_cause: string | null
  close_note: string | null
  version: Generated<number>
}

export interface SeparationStep {
  id: string
  plan_id: string
  word: string | null
  title: string | null
  side: string
  months: number | null
  days: number | null
  concerns: string
  due_on: string
  state: string
  done_on: string | null
  who: string | null
  note: string | null
  version: Generated<number>
}

export interface Session {
  id: string
  edition_id: string
  day: string
  starts_at: string
  ends_at: string
  cancelled_cause: string | null
  cancelled_note: string | null
  version: Generated<number>
  planned_instructor_id: string | null
  actual_instructor_id: string | null
  room_id: string | null
  care: string | null
  catch_up_of: string | null
  module_id: string | null
  changed_at: string | null
  special_day_id: string | null
  planned_starts_at: string | null
  planned_ends_at: string | null
  shortened_cause: string | null
}

export interface Setting {
  key: string
  from_day: string
  value_json: string
  set_by: string | null
}

export interface SheetSample {
  id: string
  session_id: string
  folio: string | null
  first_by: string | null
  second_by: string | null
  keyed_at: string
  keyed_on: string
  marks: number
}

export interface Signatory {
  id: string
  position: number
  name: string
  post: string
  from_day: string | null
  until_day: string | null
}

export interface SpecialDay {
  id: string
  day: string
  title: string
  kind: string
  dormitories: string | null
  starts_at: string | null
  ends_at: string | null
  effect: string | null
  version: Generated<number>
}

export interface Staff {
  id: string
  name: string
  role: string
  language: Generated<string>
  suspended_at: string | null
  version: Generated<number>
}

export interface StatementPaper {
  id: string
  person_id: string
  paper_id: string
  kind: string
  edition_id: string | null
  from_day: string | null
  until_day: string
  figures_json: string
  figures_sha256: string
  issued_on: string
}

export interface Stay {
  id: string
  person_id: string
  admitted_on: string
  dormitory: string | null
  left_on: string | null
  left_cause: string | null
  version: Generated<number>
}

export interface StayAbsence {
  id: string
  stay_id: string
  reason: string
  left_on: string
  expected_on: string | null
  note: string | null
  ended_on: string | null
  end_kind: string | null
  version: Generated<number>
}

export interface TaskOutcome {
  id: string
  task_key: string
  kind: string
  outcome: string
  until: string | null
  note: string
  settled_at: string
  settled_by: string | null
}

export interface ToolCheck {
  session_id: string
  version: number
  counted_at: string
  counted_by: string | null
  told: string | null
  settled_at: string | null
  settled_by: string | null
  settled_how: string | null
}

export interface ToolCount {
  session_id: string
  kit_id: string
  tool: string
  out_count: number
  in_count: number | null
}

export interface UnlistedAttendee {
  id: string
  session_id: string
  name: string
  code: string
  settled_at: string | null
}

export interface VaccineDose {
  id: string
  child_id: string
  vaccine: string
  dose: string
  outcome: string
  day: string
  seen_on_card: number
  reason: string | null
  scheme_id: string
  recorded_at: string
  recorded_by: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  version: Generated<number>
}

export interface VaccineScheme {
  id: string
  name: string
  source: string
  source_day: string
  from_day: string
  added_at: string
  added_by: string | null
}

export interface VaccineSchemeCheck {
  scheme_id: string
  position: number
  age: number
  until_age: number
  unit: string
}

export interface VaccineSchemeDose {
  scheme_id: string
  position: number
  vaccine: string
  dose: string
  from_months: number
  until_months: number
  note: string | null
}

export interface Wait {
  id: string
  person_id: string
  workshop_id: string
  requested_on: string
  requested_by: string | null
  request_note: string | null
  entered_on: string | null
  state: string
  state_on: string
  closed_on: string | null
  version: Generated<number>
}

export interface WaitJump {
  id: string
  person_id: string
  workshop_id: string
  wait_id: string | null
  edition_id: string | null
  kind: string
  day: string
  reason: string
  note: string | null
  turn: number | null
  passed_json: string
  by: string | null
  ended_on: string | null
}

export interface WaitStep {
  id: string
  wait_id: string
  at: string
  day: string
  act: string
  to_state: string
  reason: string | null
  told_on: string | null
  told_by: string | null
  by: string | null
}

export interface Walk {
  room_a: string
  room_b: string
  minutes: number
}

export interface Workshop {
  id: string
  axis_id: string
  title: string
  version: Generated<number>
}

export interface WorkshopKit {
  id: string
  workshop_id: string
  position: number
  tool: string
  quantity: number
  retired_on: string | null
  added_on: string | null
}

export interface WorkshopModule {
  id: string
  workshop_id: string
  position: number
  title: string
  minutes: number
  retired_on: string | null
}

export interface WorkshopRegistration {
  id: string
  workshop_id: string
  body: string
  number: string
  standard: string | null
  registered_on: string
  ends_on: string | null
  version: Generated<number>
}

export interface WorkshopRequirement {
  workshop_id: string
  kind: string
  value: string
}

export interface DB {
  adult: Adult
  age_extension: AgeExtension
  alert: Alert
  appointment: Appointment
  arrival: Arrival
  audit_event: AuditEvent
  authority: Authority
  axis: Axis
  batch: Batch
  batch_write: BatchWrite
  bundle_export: BundleExport
  bundle_key: BundleKey
  center: Center
  certificate: Certificate
  certificate_draft: CertificateDraft
  certificate_event: CertificateEvent
  certificate_exception: CertificateException
  certificate_face: CertificateFace
  certificate_form: CertificateForm
  certificate_key: CertificateKey
  certificate_ledger: CertificateLedger
  certificate_rule: CertificateRule
  certificate_wish: CertificateWish
  child: Child
  child_admission: ChildAdmission
  child_adult: ChildAdult
  child_check: ChildCheck
  child_departure: ChildDeparture
  child_face: ChildFace
  child_gestation: ChildGestation
  child_growth: ChildGrowth
  child_need: ChildNeed
  child_need_step: ChildNeedStep
  child_out: ChildOut
  child_paper: ChildPaper
  childcare_duty: ChildcareDuty
  childcare_stay: ChildcareStay
  consent: Consent
  custody_clock: CustodyClock
  custody_notice: CustodyNotice
  doubtful_mark: DoubtfulMark
  draft: Draft
  edition: Edition
  edition_exception: EditionException
  edition_module: EditionModule
  edition_seating: EditionSeating
  edition_slot: EditionSlot
  emergency_carer: EmergencyCarer
  emergency_sheet: EmergencySheet
  evaluation: Evaluation
  excuse: Excuse
  first_experience: FirstExperience
  gate_contact: GateContact
  handover: Handover
  headcount: Headcount
  headcount_child: HeadcountChild
  import_batch: ImportBatch
  import_issue: ImportIssue
  import_write: ImportWrite
  instructor: Instructor
  intake: Intake
  keep_apart: KeepApart
  late_return: LateReturn
  mark: Mark
  mark_change: MarkChange
  module_result: ModuleResult
  movement_undone: MovementUndone
  number_floor: NumberFloor
  offer: Offer
  outing: Outing
  outing_attempt: OutingAttempt
  outing_authorisation: OutingAuthorisation
  outing_end: OutingEnd
  outing_movement: OutingMovement
  outing_plan: OutingPlan
  outing_signature: OutingSignature
  paper: Paper
  permission: Permission
  permission_adult: PermissionAdult
  person: Person
  person_merge: PersonMerge
  picture: Picture
  place: Place
  place_exclusion: PlaceExclusion
  place_off: PlaceOff
  place_suspension: PlaceSuspension
  portfolio_photo: PortfolioPhoto
  practical_result: PracticalResult
  prohibition: Prohibition
  protection_concern: ProtectionConcern
  protection_measure: ProtectionMeasure
  protection_step: ProtectionStep
  release_check: ReleaseCheck
  release_contact: ReleaseContact
  release_folder: ReleaseFolder
  return_call: ReturnCall
  roll: Roll
  room: Room
  routine: Routine
  sample_difference: SampleDifference
  scan: Scan
  screening: Screening
  screening_area: ScreeningArea
  separation_milestone: SeparationMilestone
  separation_plan: SeparationPlan
  separation_step: SeparationStep
  session: Session
  setting: Setting
  sheet_sample: SheetSample
  signatory: Signatory
  special_day: SpecialDay
  staff: Staff
  statement_paper: StatementPaper
  stay: Stay
  stay_absence: StayAbsence
  task_outcome: TaskOutcome
  tool_check: ToolCheck
  tool_count: ToolCount
  unlisted_attendee: UnlistedAttendee
  vaccine_dose: VaccineDose
  vaccine_scheme: VaccineScheme
  vaccine_scheme_check: VaccineSchemeCheck
  vaccine_scheme_dose: VaccineSchemeDose
  wait: Wait
  wait_jump: WaitJump
  wait_step: WaitStep
  walk: Walk
  workshop: Workshop
  workshop_kit: WorkshopKit
  workshop_module: WorkshopModule
  workshop_registration: WorkshopRegistration
  workshop_requirement: WorkshopRequirement
}
