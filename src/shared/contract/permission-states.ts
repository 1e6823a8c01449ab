/** How a permission of outings stands (SM-7), and what may be done with it. Consents, authorised and expired follow from facts. */
export const PERMISSION_STATES = [
  'draft',
  'consents',
  'to-authorise',
  'authorised',
  'paused',
  'denied',
  'cancelled',
  'expired',
] as const
export type PermissionState = (typeof PERMISSION_STATES)[number]

export const PERMISSION_ACTS = [
  'alter',
  'submit',
  'sign',
  'authorise',
  'withdraw',
  /** Putting on paper afterwards what an emergency did without. */
  'regularise',
  'deny',
  'return',
  'review',
  'pause',
  'resume',
  'cancel',
] as const
export type PermissionAct = (typeof PERMISSION_ACTS)[number]

/** What people decided, as it is written down; the rest follows. */
export type StoredState = 'draft' | 'asked' | 'paused' | 'denied' | 'cancelled'
