/** What the gate says large: word, sign and colour; the alarm of a prohibition; and who takes the child. */
import { Switch } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCircleCheck, IconHandStop, IconInfoCircle } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { GateContact, GateLine } from '../../../shared/contract/gate-line'
import { useWords } from '../../platform/words'
import { Fact } from '../../ui/Facts'
import { Status } from '../../ui/Status'
import { useRemembered } from '../../ui/use-remembered'
import classes from './gate.module.css'

const SIGNS = {
  done: IconCircleCheck,
  stop: IconHandStop,
  info: IconInfoCircle,
  attention: IconAlertTriangle,
  quiet: IconInfoCircle,
} as const
export type BannerTone = keyof typeof SIGNS

/** What was just done, said large until the next child. */
export interface Said {
  readonly tone: BannerTone
  readonly text: string
  readonly lines?: readonly string[]
}

export function Banner({ tone, text, lines = [] }: Said) {
  const Sign = SIGNS[tone]
  return (
    <div className={classes.banner} data-tone={tone} role="status">
      <Sign size={44} aria-hidden />
      <div>
        <span>{text}</span>
        {lines.map((line) => (
          <p key={line} className={classes.bannerLine}>
            {line}
          </p>
        ))}
      </div>
    </div>
  )
}

/** Three tones that go down, as long as the sign stands. Off until somebody wants it: the gate has ears of its own. */
function useAlarm(on: boolean): void {
  useEffect(() => {
    if (!on) return
    const audio = new AudioContext()
    const beep = () => {
      for (const [index, frequency] of [880, 660, 440].entries()) {
        const tone = audio.createOscillator()
        const at = audio.currentTime + index * 0.25
        tone.frequency.value = frequency
        tone.connect(audio.destination)
        tone.start(at)
        tone.stop(at + 0.2)
      }
    }
    beep()
    const timer = setInterval(beep, 3000)
    return () => {
      clearInterval(timer)
      void audio.close()
    }
  }, [on])
}

/** The loudest thing the gate can say: an order keeps this adult away. */
export function Forbidden({
  sentences,
  contacts,
}: {
  readonly sentences: readonly string[]
  readonly contacts: readonly GateContact[]
}) {
  const t = useWords()
  const [sound, setSound] = useRemembered('gate.sound', false)
  useAlarm(sound)
  return (
    <div className={classes.forbidden} role="alert">
      <IconBan size={56} aria-hidden />
      <div>
        <p className={classes.forbiddenTitle}>{t('outings.gate.forbidden')}</p>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {contacts.length === 0 ? (
          <p>{t('outings.gate.noContacts')}</p>
        ) : (
          <>
            <p>{t('outings.gate.forbiddenWhat')}</p>
            <ul className={classes.phones}>
              {contacts.map((each) => (
                <li key={`${each.name} ${each.phone}`}>
                  {each.name}: <strong>{each.phone}</strong>
                </li>
              ))}
            </ul>
          </>
        )}
        <Switch
          mt="xs"
          label={t('outings.gate.sound')}
          checked={sound}
          onChange={(event) => setSound(event.currentTarget.checked)}
        />
      </div>
    </div>
  )
}

/** Whoever takes the child, and how often she has brought children back late. */
export function AdultFact({ line }: { readonly line: GateLine }) {
  const t = useWords()
  return (
    <Fact label={t('outings.adult')}>
      {line.adult}
      {line.lateReturns > 0 && (
        <Status tone="attention" label={t('outings.lateReturns', { count: line.lateReturns })} />
      )}
    </Fact>
  )
}
