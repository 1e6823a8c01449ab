/** Step 3: the recovery key. Made here and printed, or the recipient of one that headquarters keeps. */
import { Button, Radio, Stack, Textarea } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useAct } from '../../platform/client'
import { useWords } from '../../platform/words'
import { Refusals } from '../../ui/Refusals'
import type { Recovery } from './set-up-steps'
import classes from './SetUp.module.css'

export interface SetUpRecoveryProps {
  readonly value: Recovery
  readonly onChange: (recovery: Recovery) => void
}

export function SetUpRecovery({ value, onChange }: SetUpRecoveryProps) {
  const t = useWords()
  const { run, pending, refusals } = useAct('office.newRecovery')
  const make = async () => {
    const outcome = await run({})
    if (outcome.ok) onChange({ way: 'here', ...outcome.value })
  }
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('office.setUp.recovery.way')}
        value={value.way}
        onChange={(way) => onChange({ way: way === 'paste' ? 'paste' : 'here', identity: '', recipient: '' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="here"
            label={t('office.setUp.recovery.here')}
            description={t('office.setUp.recovery.hereHint')}
          />
          <Radio
            value="paste"
            label={t('office.setUp.recovery.paste')}
            description={t('office.setUp.recovery.pasteHint')}
          />
        </Stack>
      </Radio.Group>
      {value.way === 'paste' && (
        <Textarea
          label={t('office.recovery.recipientLabel')}
          required
          autosize
          minRows={2}
          autoComplete="off"
          spellCheck={false}
          value={value.recipient}
          onChange={(event) => onChange({ ...value, recipient: event.currentTarget.value.replace(/\s+/g, '') })}
        />
      )}
      {value.way === 'here' && !value.identity && (
        <Button
          variant="light"
          loading={pending}
          leftSection={<IconKey size={18} aria-hidden />}
          onClick={() => void make()}
        >
          {t('office.setUp.recovery.make')}
        </Button>
      )}
      {value.way === 'here' && value.identity && (
        <div role="status">
          <p>{t('office.setUp.recovery.made')}</p>
          <div className={classes.key}>{value.identity.replace(/(.{4})(?=.)/g, '$1 ')}</div>
        </div>
      )}
      <Refusals of={refusals} />
    </Stack>
  )
}
