/** From the lock screen: brings a backup back. What is there now is set aside, never deleted. */
import { Anchor, Button, PasswordInput, Radio, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import { useAct, useRead } from '../../platform/client'
import type { Language } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { atCenter, type Instant } from '../../../shared/kernel/civil-date'
import { useWords } from '../../platform/words'
import { Empty } from '../../ui/Empty'
import { Refusals } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import { formatBytes } from './bundle-words'
import classes from './bundles.module.css'

/**
 * Before anybody has signed in the center's own zone is sealed with the rest, so the backups are told in this
 * computer's time, and the list says so.
 */
function onThisComputer(at: Instant, language: Language): { day: string; time: string } {
  const { day, time } = atCenter(at, new Intl.DateTimeFormat().resolvedOptions().timeZone)
  return { day: formatDay(day, language), time }
}

export function RestoreForm({ onBack, onRestored }: { readonly onBack: () => void; readonly onRestored: () => void }) {
  const t = useWords()
  const { data } = useRead('bundles.backups', {})
  const act = useAct('bundles.restore')
  const [chosen, setChosen] = useState<string | null>(null)
  const [by, setBy] = useState<'password' | 'key'>('password')
  const [name, setName] = useState('')
  const [secret, setSecret] = useState('')
  const [setAside, setSetAside] = useState<string | null>(null)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!chosen) return
    const proof =
      by === 'password' ? { name, password: secret } : { identity: secret.replace(/\s+/g, '').toUpperCase() }
    const outcome = await act.run({ backup: chosen, proof })
    setSecret('')
    if (outcome.ok) setSetAside(outcome.value.setAside)
  }
  if (setAside)
    return (
      <Stack gap="md" role="status">
        <Status tone="done" label={t('bundles.restore.done')} />
        <p>{t('bundles.restore.setAside', { folder: setAside })}</p>
        <Button onClick={onRestored}>{t('bundles.restore.enter')}</Button>
      </Stack>
    )
  const back = (
    <Anchor component="button" type="button" ta="left" onClick={onBack}>
      {t('bundles.restore.back')}
    </Anchor>
  )
  if (data?.length === 0) return <Empty title={t('bundles.restore.none')} action={back} />
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Radio.Group
          label={t('bundles.restore.which')}
          description={t('bundles.restore.whichHint')}
          value={chosen ?? ''}
          onChange={setChosen}
          required
        >
          <Stack gap={6} mt={6} className={classes.backups ?? ''}>
            {data?.map((each) => (
              <Radio
                key={each.name}
                value={each.name}
                label={t('bundles.restore.backup', {
                  ...onThisComputer(each.madeAt, t.language),
                  size: formatBytes(each.bytes),
                })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <SegmentedControl
          aria-label={t('bundles.restore.by')}
          value={by}
          onChange={(next) => {
            setBy(next)
            setSecret('')
          }}
          data={[
            { value: 'password', label: t('bundles.restore.byPassword') },
            { value: 'key', label: t('bundles.restore.byKey') },
          ]}
        />
        {by === 'password' ? (
          <>
            <TextInput
              label={t('bundles.restore.name')}
              required
              autoComplete="off"
              spellCheck={false}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('bundles.restore.password')}
              description={t('bundles.restore.passwordHint')}
              required
              autoComplete="off"
              visibilityToggleButtonProps={{ 'aria-label': t('office.password.show') }}
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
          </>
        ) : (
          <Textarea
            label={t('bundles.restore.key')}
            required
            autosize
            minRows={2}
            autoComplete="off"
            spellCheck={false}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        )}
        <Refusals of={act.refusals} />
        <Button type="submit" color="granada" loading={act.pending} disabled={!chosen}>
          {t('bundles.restore.verb')}
        </Button>
        {back}
      </Stack>
    </form>
  )
}
