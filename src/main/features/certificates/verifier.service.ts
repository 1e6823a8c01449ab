/** Saving the page that verifies certificates: public keys only, so it may lie anywhere. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import { issueSteps } from '../../platform/seam/handlers'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { listPublicKeys } from './ledger.repo'
import { verifierPage } from './verifier-page'

/** The page's HTML with every public key of the center; for the demo, which writes it beside the papers. */
export const verifierHtml = async (look: Pick<Look, 'db'>): Promise<string> =>
  verifierPage(
    (await listPublicKeys(look.db)).map(({ id, publicKey }) => ({ id, key: publicKey.toString('base64url') })),
  )

export const saveVerifier = (tools: Tools) =>
  issueSteps<
    Input<'certificates.saveVerifier'>,
    Output<'certificates.saveVerifier'>,
    'no-certificate-yet' | 'not-saved',
    string,
    string
  >({
    async prepare(_input, look) {
      if ((await listPublicKeys(look.db)).length === 0) return refuse('no-certificate-yet')
      return done(await verifierHtml(look))
    },
    async build(html, bench) {
      const fileName = await tools.desk.saveFile('comprobar-constancias.html', Buffer.from(html, 'utf8'), () =>
        bench.stopped(),
      )
      return fileName === null ? refuse('not-saved') : done(fileName)
    },
    async record(fileName, act) {
      await act.audit({ event: 'certificate.verifier-saved', subjectType: 'certificate', after: { fileName } })
      return done({ fileName })
    },
  })
