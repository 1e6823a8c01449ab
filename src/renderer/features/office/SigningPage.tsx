/** Who signs for an outing: the center's list in its order, when each is asked for, and what an emergency may do without. */
import { Button, Group, Stack, Table, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { newSigningRule, type SigningRule } from '../../../shared/contract/signing'
import { useAct, useRead } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Page } from '../../ui/Page'
import { Refusals } from '../../ui/Refusals'
import { SettingsTabs } from './SettingsTabs'
import { SigningRow } from './SigningRow'

export function SigningPage() {
  const t = useWords()
  const { data, refusals } = useRead('office.signingRules', {})
  return (
    <Page title={t('office.signing.title')} filters={<SettingsTabs />}>
      <Refusals of={refusals} />
      <p>{t('office.signing.lead')}</p>
      {data && <List key={data.version} list={data} />}
    </Page>
  )
}

function List({ list }: { readonly list: Output<'office.signingRules'> }) {
  const t = useWords()
  const { may } = useSession()
  const act = useAct('office.setSigningRules')
  const [rules, setRules] = useState<readonly SigningRule[]>(list.rules)
  const [reason, setReason] = useState('')
  const readOnly = !may('office.setSigningRules')
  const changed = JSON.stringify(rules) !== JSON.stringify(list.rules)
  const move = (n: number, by: -1 | 1) => {
    const next = [...rules]
    const [rule] = next.splice(n, 1)
    if (rule) next.splice(n + by, 0, rule)
    setRules(next)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void act.run({ version: list.version, rules: [...rules], reason })
      }}
    >
      <Stack gap="md">
        <Table verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={80}>{t('office.signing.order')}</Table.Th>
              <Table.Th w={210}>{t('office.signing.name')}</Table.Th>
              <Table.Th w={190}>{t('office.signing.recordedBy')}</Table.Th>
              <Table.Th w={190}>{t('office.signing.scope')}</Table.Th>
              <Table.Th>{t('office.signing.when')}</Table.Th>
              <Table.Th w={190}>{t('office.signing.emergency')}</Table.Th>
              <Table.Th w={60} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.map((rule, n) => (
              <SigningRow
                key={n}
                rule={rule}
                first={n === 0}
                last={n === rules.length - 1}
                readOnly={readOnly}
                onChange={(next) => setRules(rules.map((each, at) => (at === n ? next : each)))}
                onMove={(by) => move(n, by)}
                onRemove={() => setRules(rules.filter((_, at) => at !== n))}
              />
            ))}
          </Table.Tbody>
        </Table>
        {!readOnly && (
          <>
            <Group>
              <Button
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setRules([...rules, newSigningRule('')])}
              >
                {t('office.signing.add')}
              </Button>
            </Group>
            <Refusals of={act.refusals} />
            {changed && (
              <Group align="flex-end">
                <TextInput
                  label={t('office.signing.reason')}
                  required
                  maxLength={300}
                  flex={1}
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
                <Button variant="default" onClick={() => setRules(list.rules)}>
                  {t('ui.cancel')}
                </Button>
                <Button
                  type="submit"
                  loading={act.pending}
                  disabled={!reason.trim() || rules.some((rule) => !rule.name.trim())}
                >
                  {t('office.signing.save')}
                </Button>
              </Group>
            )}
          </>
        )}
      </Stack>
    </form>
  )
}
