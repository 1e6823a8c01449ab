/** Who recognises a workshop outside: what its certificates may cite, and nothing if there is nothing. */
import { Button, Group, List, Modal, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useClock } from '../../platform/today'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { DayField } from '../../ui/DayField'
import { Section } from '../../ui/Page'
import { Refusals, useFieldRefusal } from '../../ui/Refusals'
import { Status } from '../../ui/Status'
import classes from './programs.module.css'

type Workshop = Output<'programs.workshop'>
type Registration = Workshop['registrations'][number]

export function Registrations({ workshop }: { readonly workshop: Workshop }) {
  const t = useWords()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Registration | null>(null)
  const stands = workshop.registrations.some((each) => each.endsOn === null)
  return (
    <Section
      title={t('programs.registration.title')}
      actions={
        may('programs.register') &&
        !stands && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('programs.registration.add')}
          </Button>
        )
      }
    >
      {workshop.registrations.length === 0 && <p className={classes.soft}>{t('programs.registration.none')}</p>}
      <List spacing={6} listStyleType="none">
        {workshop.registrations.map((each) => (
          <List.Item key={each.id}>
            <Group gap="sm">
              <Status
                tone={each.endsOn === null ? 'done' : 'quiet'}
                label={t(each.endsOn === null ? 'programs.registration.standing' : 'programs.registration.ended')}
              />
              <span>
                {t('programs.registration.line', { body: each.body, number: each.number })}
                {each.standard && ` · ${each.standard}`}
              </span>
              <span className={classes.soft}>{spanWords(each, t)}</span>
              {each.endsOn === null && may('programs.endRegistration') && (
                <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setEnding(each)}>
                  {t('programs.registration.end')}
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={t('programs.registration.addTitle')}
        centered
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <RegistrationForm workshopId={workshop.id} onClose={() => setAdding(false)} />
      </Modal>
      {ending && <EndRegistration registration={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}

const spanWords = ({ registeredOn, endsOn }: Registration, t: ReturnType<typeof useWords>): string =>
  endsOn === null
    ? t('programs.registration.since', { day: formatDay(registeredOn, t.language) })
    : t('programs.registration.span', {
        from: formatDay(registeredOn, t.language),
        until: formatDay(endsOn, t.language),
      })

const STANDARD = /^EC\d{4}(\.\d{2})?$/

function RegistrationForm({ workshopId, onClose }: { readonly workshopId: string; readonly onClose: () => void }) {
  const t = useWords()
  const today = useClock()?.today
  const act = useAct('programs.register')
  const error = useFieldRefusal(act.refusals)
  const [body, setBody] = useState('')
  const [number, setNumber] = useState('')
  const [standard, setStandard] = useState('')
  const [registeredOn, setRegisteredOn] = useState<string | null>(null)
  const code = standard.trim().toUpperCase()
  const badCode = code !== '' && !STANDARD.test(code)
  const ready = body.trim() !== '' && number.trim() !== '' && registeredOn !== null && !badCode
  const save = async () => {
    if (!ready) return
    const fields = { body, number, standard: code || null, registeredOn }
    if (!(await act.run({ id: workshopId, fields })).ok) return
    notifications.show({ color: 'nopal', message: t('programs.registration.saved') })
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="md">
        <p className={classes.hint}>{t('programs.registration.hint')}</p>
        <TextInput
          data-autofocus
          required
          maxLength={160}
          label={t('programs.registration.body')}
          description={t('programs.registration.bodyHint')}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        <TextInput
          required
          maxLength={60}
          label={t('programs.registration.number')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          maxLength={9}
          label={t('programs.registration.standard')}
          description={t('programs.registration.standardHint')}
          value={standard}
          error={badCode && t('programs.registration.standardBad')}
          onChange={(event) => setStandard(event.currentTarget.value)}
        />
        <DayField
          required
          maxDate={today}
          label={t('programs.registration.on')}
          value={registeredOn}
          error={error('registeredOn')}
          onChange={setRegisteredOn}
        />
        <Refusals of={act.refusals.filter((refusal) => refusal.field === undefined)} />
        <div>
          <Button type="submit" loading={act.pending} disabled={!ready}>
            {t('programs.registration.add')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

function EndRegistration({
  registration,
  onClose,
}: {
  readonly registration: Registration
  readonly onClose: () => void
}) {
  const t = useWords()
  const today = useClock()?.today ?? null
  const act = useAct('programs.endRegistration')
  const [typed, setDay] = useState<string | null>(null)
  const day = typed ?? today
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={t('programs.registration.endTitle', { body: registration.body })}
      consequences={[t('programs.registration.endWhat')]}
      verb={t('programs.registration.end')}
      pending={act.pending}
      refusals={act.refusals}
      onConfirm={async () =>
        day !== null && (await act.run({ id: registration.id, version: registration.version, endsOn: day })).ok
      }
    >
      <DayField required label={t('programs.registration.endOn')} value={day} onChange={setDay} />
    </ConfirmAct>
  )
}
