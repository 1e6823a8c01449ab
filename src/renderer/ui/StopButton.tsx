/** Stops what main is making, after the piece that is in the making. */
import { Button, type ButtonProps } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../platform/client'
import { useWords } from '../platform/words'

/** Shown only while something is being made: once pressed it says that it was heard. */
export function StopButton({ size = 'sm' }: Pick<ButtonProps, 'size'>) {
  const t = useWords()
  const [asked, setAsked] = useState(false)
  return (
    <Button
      variant="default"
      size={size}
      leftSection={<IconPlayerStop size={16} aria-hidden />}
      aria-disabled={asked}
      onClick={() => {
        setAsked(true)
        void call('office.stop', {})
      }}
    >
      {t(asked ? 'ui.stopping' : 'ui.stop')}
    </Button>
  )
}
