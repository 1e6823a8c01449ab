/** The slice's door. */
export { certificatesHandlers } from './certificates.handlers'
export { certificatePaper } from './certificate.pdf'
export { decisions, type DecidedCertificate } from './certificates.service'
export { verifierHtml } from './verifier.service'
export * as importedCertificates from './certificates.import.repo'
