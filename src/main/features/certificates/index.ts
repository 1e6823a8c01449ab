/** The slice's door. */
export { continueLedger, keysOf } from './after-restore.service'
export { certificatesHandlers } from './certificates.handlers'
export { certificatePaper } from './certificate.pdf'
export { decideCertificate } from './certificates.rules'
export { decisions, type DecidedCertificate } from './certificates.service'
export { verifierHtml } from './verifier.service'
export * as importedCertificates from './certificates.import.repo'
