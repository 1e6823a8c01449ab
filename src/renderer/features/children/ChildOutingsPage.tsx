/** A child's outings. */
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { ChildFrame } from './ChildFrame'
import { Outings } from './Outings'

export function ChildOutingsPage() {
  const t = useWords()
  return (
    <ChildFrame>
      {(child) => (
        <Section title={t('children.section.outings')}>
          <Outings child={child} />
        </Section>
      )}
    </ChildFrame>
  )
}
