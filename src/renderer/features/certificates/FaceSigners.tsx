/** Who would sign today's certificates, which terms end, and what on the face would tell too much. */
import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Output } from '../../../shared/contract'
import { formatDay } from '../../../shared/i18n/format'
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { Status } from '../../ui/Status'
import classes from './FacePage.module.css'

export function FaceSigners({ face }: { readonly face: Output<'certificates.face'> }) {
  const t = useWords()
  const { signatories, ending, telling } = face
  return (
    <Section
      title={t('certificates.face.signers')}
      actions={
        <Anchor component={Link} to="/settings" size="sm">
          {t('certificates.face.toSettings')}
        </Anchor>
      }
    >
      {signatories.length === 0 && <Status tone="stop" label={t('refusal.no-signatory')} />}
      <ul className={classes.lines}>
        {signatories.map(({ name, post }) => (
          <li key={`${name} ${post}`}>
            {name} <Text span c="dimmed">{`· ${post}`}</Text>
          </li>
        ))}
        {ending.map(({ name, post, until }) => (
          <li key={`${name} ${until}`}>
            <Status
              tone="attention"
              label={t('certificates.face.ending', { name, day: formatDay(until, t.language) })}
              reason={t('certificates.face.endingWhat', { post })}
            />
          </li>
        ))}
        {telling.map((text) => (
          <li key={text}>
            <Status
              tone="stop"
              label={t('certificates.face.telling', { text })}
              reason={t('certificates.face.tellingWhat')}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
