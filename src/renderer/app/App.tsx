/** The providers, and what stands at the door: first screens, lock screen, or the office. */
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications, notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import 'dayjs/locale/es-mx'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@mantine/charts/styles.css'
import '@mantine/schedule/styles.css'
import './fonts.css'
import './global.css'
import { createQueryClient } from '../platform/client'
import { SessionProvider, useDoor } from '../platform/session'
import { useNativeChecks } from '../platform/native-checks'
import { useLanguage } from '../platform/words'
import { DoorKeeper } from './DoorKeeper'
import { QuickHide } from './QuickHide'
import { inMemory, theme, variables } from './theme'

export function App({ nonce }: { readonly nonce: string }) {
  const [queries] = useState(createQueryClient)
  const language = useLanguage()
  useNativeChecks()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={inMemory}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <DatesProvider settings={{ locale: language === 'es' ? 'es-mx' : 'en', firstDayOfWeek: 1, weekendDays: [6, 0] }}>
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <DoorKeeper />
            <Toasts />
          </SessionProvider>
          <QuickHide />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

/** SECURITY: a message may name somebody, so none stays on the lock screen or waits for whoever comes next. */
function Toasts() {
  const open = useDoor().state === 'open'
  useEffect(() => (open ? () => notifications.clean() : undefined), [open])
  return open ? <Notifications position="bottom-center" autoClose={4000} limit={2} /> : null
}
