/** Pages of the certificates. */
import { IconCertificate } from '@tabler/icons-react'
import type { SliceRoute } from '../../platform/routes'
import { CertificatesPage } from './CertificatesPage'
import { EditionPage } from './EditionPage'
import { ResultsPage } from './ResultsPage'

export const routes: readonly SliceRoute[] = [
  {
    path: '/certificates',
    element: CertificatesPage,
    channel: 'certificates.editions',
    nav: { order: 60, words: 'certificates.nav', icon: IconCertificate },
  },
  { path: '/certificates/$id', element: EditionPage, channel: 'certificates.decisions' },
  { path: '/certificates/$id/results', element: ResultsPage, channel: 'certificates.results' },
]
