/** The center exists: print the recovery sheet, put it away, and what to do next. */
import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../platform/words'
import { PaperViewer } from '../../ui/PaperViewer'
import { FirstScreen } from './FirstScreen'
import classes from './SetUp.module.css'

export interface SetUpDoneProps {
  /** The recovery sheet, if the key was made here. It can be printed now and never again. */
  readonly sheet: string | null
  readonly onDone: () => void
}

export function SetUpDone({ sheet, onDone }: SetUpDoneProps) {
  const t = useWords()
  const [shown, setShown] = useState(false)
  const [opened, setOpened] = useState(false)
  const [kept, setKept] = useState(sheet === null)
  return (
    <FirstScreen wide title={t('office.setUp.done.title')} lead={t('office.setUp.done.lead')}>
      <Stack gap="lg">
        {sheet && (
          <div>
            <p>{t('office.setUp.done.sheet')}</p>
            <Group>
              <Button
                leftSection={<IconPrinter size={18} aria-hidden />}
                variant={opened ? 'default' : 'filled'}
                onClick={() => {
                  setShown(true)
                  setOpened(true)
                }}
              >
                {t('office.setUp.done.show')}
              </Button>
              <Checkbox
                label={t('office.setUp.done.kept')}
                disabled={!opened}
                checked={kept}
                onChange={(event) => setKept(event.currentTarget.checked)}
              />
            </Group>
          </div>
        )}
        <div>
          <h2>{t('office.setUp.done.nextTitle')}</h2>
          <ol className={classes.next}>
            <li>{t('office.setUp.done.next1')}</li>
            <li>{t('office.setUp.done.next2')}</li>
            <li>{t('office.setUp.done.next3')}</li>
            <li>{t('office.setUp.done.next4')}</li>
          </ol>
          <Button disabled={!kept} onClick={onDone}>
            {t('office.setUp.done.act')}
          </Button>
        </div>
      </Stack>
      <PaperViewer
        paper={shown && sheet ? { title: t('paper.office.recovery'), pdf: sheet } : null}
        onClose={() => setShown(false)}
      />
    </FirstScreen>
  )
}
