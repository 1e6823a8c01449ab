/** What employers check certificates with: the page, and the list of folios that still hold. */
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconListCheck, IconShieldCheck, type Icon } from '@tabler/icons-react'
import { useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { useRefusalSentence } from '../../ui/Refusals'

export function CheckingTools() {
  const t = useWords()
  return (
    <Section title={t('certificates.checking.title')}>
      <Text size="sm" mb="sm" maw={760}>
        {t('certificates.checking.what')}
      </Text>
      <Group gap="sm">
        <SaveButton
          channel="certificates.saveVerifier"
          icon={IconShieldCheck}
          label={t('certificates.verifier')}
          saved="certificates.verifierSaved"
        />
        <SaveButton
          channel="certificates.saveFolioList"
          icon={IconListCheck}
          label={t('certificates.checking.list')}
          saved="certificates.checking.listSaved"
        />
      </Group>
    </Section>
  )
}

interface SaveButtonProps {
  readonly channel: 'certificates.saveVerifier' | 'certificates.saveFolioList'
  readonly icon: Icon
  readonly label: string
  /** Key of the sentence that tells the file's name. */
  readonly saved: string
}

/** Asks main, which asks where to. */
export function SaveButton({ channel, icon: Sign, label, saved }: SaveButtonProps) {
  const t = useWords()
  const sentence = useRefusalSentence()
  const { may } = useSession()
  const act = useAct(channel)
  if (!may(channel)) return null
  const save = async () => {
    const outcome = await act.run({})
    notifications.show({
      color: outcome.ok ? 'nopal' : 'gray',
      message: outcome.ok ? t(saved, { file: outcome.value.fileName }) : outcome.refusals.map(sentence).join(' '),
      closeButtonProps: { 'aria-label': t('ui.close') },
    })
  }
  return (
    <Button
      variant="default"
      leftSection={<Sign size={18} aria-hidden />}
      loading={act.pending}
      onClick={() => void save()}
    >
      {label}
    </Button>
  )
}
