/** A status is a word with an icon and a colour, and opens its reason (docs/look.md). */
import { Popover, UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconHandStop,
  IconInfoCircle,
  type Icon,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import classes from './Status.module.css'

export type Tone = 'done' | 'attention' | 'stop' | 'info' | 'quiet'

const ICONS: Readonly<Record<Tone, Icon>> = {
  done: IconCircleCheck,
  attention: IconAlertTriangle,
  stop: IconHandStop,
  info: IconInfoCircle,
  quiet: IconCircleMinus,
}

export interface StatusProps {
  readonly tone: Tone
  readonly label: string
  /** Opens on a press: the figure or the sentences behind the word. */
  readonly reason?: ReactNode
}

export function Status({ tone, label, reason }: StatusProps) {
  const Sign = ICONS[tone]
  const [opened, setOpened] = useState(false)
  const face = (
    <>
      <Sign size={16} aria-hidden className={classes.icon} />
      <span className={classes.word}>{label}</span>
    </>
  )
  if (!reason)
    return (
      <span className={classes.status} data-tone={tone}>
        {face}
      </span>
    )
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      withArrow
      shadow="md"
      width={320}
      position="bottom-start"
      trapFocus={false}
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={`${classes.status} ${classes.opens}`}
          data-tone={tone}
          onClick={(event) => {
            event.stopPropagation()
            setOpened(!opened)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpened(false)
          }}
        >
          {face}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.reason} onClick={(event) => event.stopPropagation()}>
        {reason}
      </Popover.Dropdown>
    </Popover>
  )
}
