/** Settings of the center. Half-typed changes survive a lock; a change made elsewhere meanwhile is never overwritten. */
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type SyntheticEvent } from 'react'
import type { Output } from '../../../shared/contract'
import type { CenterSettings } from '../../../shared/contract/office.contract'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { DraftNotice } from '../../ui/DraftNotice'
import { Page } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { useDraft } from '../../ui/use-draft'
import { useWrongField } from '../../ui/use-wrong-field'
import { CenterForm } from './CenterForm'
import { strangeFields, type CenterField } from '../../../shared/contract/center-file'
import { SettingsTabs } from './SettingsTabs'

type Held = Output<'office.settings'>

/** Settings without the version, as the change takes them. */
function plain(held: Held): CenterSettings {
  const { version: _version, ...settings } = held
  return settings
}

export function CenterPage() {
  const t = useWords()
  const { data, refusals } = useRead('office.settings', {})
  return (
    <Page title={t('office.center.title')} width="form">
      <SettingsTabs />
      <Refusals of={refusals} />
      {data && <Editor key={data.version} held={data} />}
    </Page>
  )
}

function Editor({ held }: { readonly held: Held }) {
  const t = useWords()
  const { may } = useSession()
  const { run, pending, refusals } = useAct('office.changeSettings')
  const onField = useFieldRefusal(refusals)
  const [value, setValue] = useState(held)
  const [tried, setTried] = useState(false)
  const draft = useDraft('office.settings', value, setValue)
  const { form, seek } = useWrongField()
  const settings = plain(value)
  const strange = strangeFields(settings)
  const changed = JSON.stringify(value) !== JSON.stringify(held)
  const readOnly = !may('office.changeSettings')
  // A draft begun before somebody else's change must not undo it without her seeing it.
  const outdated = value.version !== held.version

  const errorOf = (field: CenterField) =>
    onField(field) ?? (tried && strange.has(field) ? t(`office.center.error.${field}`) : undefined)

  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (strange.size > 0) {
      seek()
      return
    }
    const outcome = await run({ version: value.version, settings })
    if (!outcome.ok) return
    draft.drop()
    const version = outcome.value.version
    notifications.show({
      id: 'settings-saved',
      color: 'nopal',
      closeButtonProps: { 'aria-label': t('ui.close') },
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('office.center.saved')}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide('settings-saved')
              void run({ version, settings: plain(held) })
            }}
          >
            {t('office.undo')}
          </Button>
        </Group>
      ),
    })
  }
  return (
    <form ref={form} onSubmit={(event) => void save(event)} noValidate>
      <DraftNotice draft={draft} onDiscard={() => setValue(held)} />
      {outdated && (
        <Refusals
          of={[{ code: 'stale' }]}
          action={
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                draft.drop()
                setValue(held)
              }}
            >
              {t('office.center.showCurrent')}
            </Button>
          }
        />
      )}
      <CenterForm
        value={settings}
        onChange={(next) => setValue({ ...next, version: value.version })}
        errorOf={errorOf}
        codeFixed
        readOnly={readOnly}
      />
      {!readOnly && (
        <Group justify="flex-end" mt="lg" pb="lg">
          <Refusals of={refusals.filter((refusal) => !refusal.field && !(outdated && refusal.code === 'stale'))} />
          <Button type="submit" loading={pending} disabled={!changed || outdated}>
            {t('ui.save')}
          </Button>
        </Group>
      )}
    </form>
  )
}
