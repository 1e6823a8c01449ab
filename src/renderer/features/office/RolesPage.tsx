/** What each role may do, drawn from the contract itself: the table cannot differ from what main allows. */
import { TextInput } from '@mantine/core'
import { IconCheck, IconSearch } from '@tabler/icons-react'
import { contract, type ChannelName } from '../../../shared/contract'
import type { Kind } from '../../../shared/contract/define'
import { ROLES, type Role } from '../../../shared/kernel/roles'
import { useFilter } from '../../platform/routes'
import { useSession, roleMay } from '../../platform/session'
import { hasWords, useWords } from '../../platform/words'
import type { Words } from '../../../shared/i18n'
import { Page } from '../../ui/Page'
import { matches } from '../../ui/table-rows'
import { SettingsTabs } from './SettingsTabs'
import classes from './RolesPage.module.css'

interface Right {
  readonly channel: ChannelName
  readonly words: string
  readonly kind: Kind
}

/** `channel.<name>`, or the name itself read aloud: better than nothing, and a test counts those that lack words. */
export const channelWords = (t: Words, channel: string): string =>
  hasWords(`channel.${channel}`, t.language)
    ? t(`channel.${channel}`)
    : channel.replace('.', ': ').replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)

const sliceWords = (t: Words, slice: string): string => {
  const key = [`slice.${slice}`, `${slice}.nav`].find((each) => hasWords(each, t.language))
  return key ? t(key) : slice
}

function rightsBySlice(t: Words, typed: string): readonly (readonly [slice: string, rights: readonly Right[]])[] {
  const groups = new Map<string, Right[]>()
  for (const channel of Object.keys(contract) as ChannelName[]) {
    const { kind, who } = contract[channel]
    if (kind === 'door' || who === 'anyone') continue
    const slice = channel.split('.')[0] ?? channel
    const right: Right = { channel, kind, words: channelWords(t, channel) }
    if (matches([right.words, sliceWords(t, slice)], typed)) groups.set(slice, [...(groups.get(slice) ?? []), right])
  }
  return [...groups]
}

export function RolesPage() {
  const t = useWords()
  const { me } = useSession()
  const [typed, setTyped] = useFilter('office.roles', '')
  const groups = rightsBySlice(t, typed)
  return (
    <Page title={t('office.roles.title')} subtitle={t('office.roles.lead')}>
      <SettingsTabs />
      <TextInput
        className={classes.search}
        aria-label={t('office.roles.search')}
        placeholder={t('office.roles.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('office.roles.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('office.roles.act')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className={classes.role} data-me={role === me.role || undefined}>
                  {t(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(([slice, rights]) => (
            <tbody key={slice}>
              <tr className={classes.slice}>
                <th scope="rowgroup" colSpan={ROLES.length + 1}>
                  {sliceWords(t, slice)}
                </th>
              </tr>
              {rights.map((right) => (
                <tr key={right.channel}>
                  <th scope="row" className={classes.act}>
                    {right.words}
                    {right.kind === 'read' && <span className={classes.kind}> · {t('office.roles.reads')}</span>}
                  </th>
                  {ROLES.map((role) => (
                    <Mark key={role} role={role} channel={right.channel} mine={role === me.role} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
        {groups.length === 0 && <p>{t('ui.table.noneFound')}</p>}
      </div>
    </Page>
  )
}

function Mark({ role, channel, mine }: { readonly role: Role; readonly channel: ChannelName; readonly mine: boolean }) {
  const t = useWords()
  return (
    <td data-me={mine || undefined}>
      {roleMay(role, channel) ? (
        <IconCheck size={18} role="img" aria-label={t('office.roles.yes')} className={classes.yes} />
      ) : (
        <span className={classes.no} role="img" aria-label={t('office.roles.no')}>
          ·
        </span>
      )}
    </td>
  )
}
