/** The frame of the screens before the door: one clear page each, no names. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { LANGUAGES } from '../../../shared/i18n'
import { speak, useLanguage, useWords } from '../../platform/words'
import classes from './FirstScreen.module.css'

export interface FirstScreenProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

export function FirstScreen({ title, lead, wide = false, children }: FirstScreenProps) {
  const t = useWords()
  const language = useLanguage()
  const next = LANGUAGES.find((each) => each !== language) ?? 'es'
  return (
    <div className={classes.screen}>
      <section className={classes.head} aria-label={t('office.shell.bar')}>
        <div className={classes.mark}>
          <svg viewBox="0 0 24 24" width="28" height="28" className={classes.door} aria-hidden>
            <path d="M4 21V11a8 8 0 0 1 16 0v10M2 21h20M9 21v-9a3 3 0 0 1 6 0v9" />
          </svg>
          <span>Umbral</span>
        </div>
        <Button variant="subtle" color="gray" lang={next} onClick={() => speak(next)}>
          {t(`office.language.${next}`)}
        </Button>
      </section>
      <main className={classes.main} data-wide={wide || undefined}>
        <h1 className={classes.title}>{title}</h1>
        {lead && <div className={classes.lead}>{lead}</div>}
        {children}
      </main>
    </div>
  )
}
