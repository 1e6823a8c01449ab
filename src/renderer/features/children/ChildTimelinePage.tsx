/** Everything about the child in order of time, with who and why. */
import { useWords } from '../../platform/words'
import { Section } from '../../ui/Page'
import { ChildFrame } from './ChildFrame'
import { ChildTimeline } from './ChildTimeline'

export function ChildTimelinePage() {
  const t = useWords()
  return (
    <ChildFrame>
      {(child) => (
        <Section title={t('children.section.timeline')}>
          <ChildTimeline child={child} />
        </Section>
      )}
    </ChildFrame>
  )
}
