/** Pages of the certificates. */
import { IconCertificate } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { CertificatesPage } from './CertificatesPage'
import { EditionPage } from './EditionPage'
import { ExpiringPage } from './ExpiringPage'
import { FacePage } from './FacePage'
import { FormsPage } from './FormsPage'
import { RecordPage } from './RecordPage'
import { RegisterPage } from './RegisterPage'
import { ResultsPage } from './ResultsPage'
import { UndeliveredPage } from './UndeliveredPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/certificates',
    element: CertificatesPage,
    channel: 'certificates.editions',
    nav: { order: 60, words: 'certificates.nav', icon: IconCertificate },
  },
  { path: '/certificates/register', element: RegisterPage, channel: 'certificates.find' },
  { path: '/certificates/folio/$id', element: RecordPage, channel: 'certificates.record' },
  { path: '/certificates/undelivered', element: UndeliveredPage, channel: 'certificates.undelivered' },
  { path: '/certificates/expiring', element: ExpiringPage, channel: 'certificates.expiring' },
  { path: '/certificates/forms', element: FormsPage, channel: 'certificates.forms' },
  { path: '/settings/certificates', element: FacePage, channel: 'certificates.face' },
  { path: '/certificates/$id', element: EditionPage, channel: 'certificates.decisions' },
  { path: '/certificates/$id/results', element: ResultsPage, channel: 'certificates.results' },
]
