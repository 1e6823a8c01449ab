/** Saving the page that checks certificates, and the signed list of folios: nothing secret, so they may lie anywhere. */
import { createHash } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import { signEd25519 } from '../../platform/crypto/ed25519'
import { issueSteps } from '../../platform/seam/handlers'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { FATES, listBlock, listText, type ListedFolio } from './folio-list.rules'
import { listKeys } from './ledger.repo'
import { verifierPage } from './verifier-page'
import { listFates } from './verifier.repo'

/** How a list names a folio without telling it. */
export const folioMark = (folio: string): string =>
  createHash('sha512').update(folio, 'utf8').digest().subarray(0, 16).toString('base64url')

/** The list of this center's folios as of a day, signed with its newest key; null before the first certificate. */
export async function folioList(look: Pick<Look, 'db'>, day: CivilDate): Promise<string | null> {
  const keys = await listKeys(look.db)
  const key = keys.at(-1)
  if (!key) return null
  const folios = (await listFates(look.db)).map(({ folio, state, stateOn, validUntil }): ListedFolio => {
    const fate = FATES[state as keyof typeof FATES]
    return { mark: folioMark(folio), fate, since: fate === 'vigente' ? null : stateOn, validUntil }
  })
  const text = listText({ day, keys: keys.map((each) => each.id), signingKey: key.id }, folios)
  return listBlock(text, signEd25519(key.secretKey, Buffer.from(text, 'utf8')).toString('base64url'))
}

/** The page's HTML with every public key of the center and the list of the day. */
export async function verifierHtml(look: Pick<Look, 'db' | 'today'>): Promise<string> {
  const keys = await listKeys(look.db)
  return verifierPage(
    keys.map(({ id, publicKey }) => ({ id, key: publicKey.toString('base64url') })),
    (await folioList(look, look.today)) ?? '',
  )
}

type SaveRefused = 'no-certificate-yet' | 'not-saved'

export const saveVerifier = (tools: Tools) =>
  issueSteps<Input<'certificates.saveVerifier'>, Output<'certificates.saveVerifier'>, SaveRefused, string, string>({
    async prepare(_input, look) {
      if ((await listKeys(look.db)).length === 0) return refuse('no-certificate-yet')
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

export const saveFolioList = (tools: Tools) =>
  issueSteps<
    Input<'certificates.saveFolioList'>,
    Output<'certificates.saveFolioList'>,
    SaveRefused,
    { readonly list: string; readonly name: string },
    string
  >({
    async prepare(_input, look) {
      const list = await folioList(look, look.today)
      return list === null ? refuse('no-certificate-yet') : done({ list, name: `folios-${look.today}.txt` })
    },
    async build({ list, name }, bench) {
      const fileName = await tools.desk.saveFile(name, Buffer.from(list, 'utf8'), () => bench.stopped())
      return fileName === null ? refuse('not-saved') : done(fileName)
    },
    async record(fileName, act) {
      await act.audit({ event: 'certificate.list-saved', subjectType: 'certificate', after: { fileName } })
      return done({ fileName })
    },
  })
