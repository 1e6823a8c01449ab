/** Scans of the sheet that hang on its session: seen in the app, taken away with a reason. */
import { Button, FileButton, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconEye, IconPaperclip, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { MOST_SCAN_BYTES } from '../../../shared/contract/attendance-sheets.contract'
import type { Output } from '../../../shared/contract'
import type { Refusal } from '../../../shared/kernel/outcome'
import { call, useAct } from '../../platform/client'
import { useSession } from '../../platform/session'
import { useWords } from '../../platform/words'
import { ConfirmAct } from '../../ui/ConfirmAct'
import { Section } from '../../ui/Page'
import { PaperViewer } from '../../ui/PaperViewer'
import { Refusals } from '../../ui/Refusals'
import type { Roll } from './roll'
import classes from './attendance.module.css'

type Scan = Roll['scans'][number]
const MEGABYTE = 1_000_000
const KILOBYTE = 1000

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => reject(new Error('The file cannot be read'))
    reader.readAsDataURL(file)
  })
}

export function Scans({ roll }: { readonly roll: Roll }) {
  const t = useWords()
  const { may } = useSession()
  const act = useAct('attendance.addScan')
  const [tooLarge, setTooLarge] = useState<readonly Refusal[]>([])
  const limit = MOST_SCAN_BYTES / MEGABYTE
  const add = async (file: File | null) => {
    if (!file) return
    setTooLarge([])
    // Main refuses it too; here it saves reading it at all.
    if (file.size > MOST_SCAN_BYTES) {
      setTooLarge([{ code: 'scan-too-large', facts: { megabytes: Math.ceil(file.size / MEGABYTE), limit } }])
      return
    }
    const outcome = await act.run({ id: roll.session.id, name: file.name.slice(-160), bytes: await base64Of(file) })
    if (outcome.ok) notifications.show({ message: t('attendance.scan.added') })
  }
  return (
    <Section
      title={t('attendance.scan.title')}
      actions={
        may('attendance.addScan') && (
          <FileButton accept="application/pdf,image/jpeg,image/png" onChange={(file) => void add(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={act.pending}
                leftSection={<IconPaperclip size={16} aria-hidden />}
              >
                {t('attendance.scan.add')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <Refusals of={[...tooLarge, ...act.refusals]} />
      {roll.scans.length === 0 && (
        <p className={classes.hint}>{[t('attendance.scan.none'), t('attendance.scan.hint', { limit })].join(' ')}</p>
      )}
      <ul className={classes.scans}>
        {roll.scans.map((scan) => (
          <OneScan key={scan.id} scan={scan} />
        ))}
      </ul>
    </Section>
  )
}

function OneScan({ scan }: { readonly scan: Scan }) {
  const t = useWords()
  const { may } = useSession()
  const [seen, setSeen] = useState<Output<'attendance.scan'> | null>(null)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const [removing, setRemoving] = useState(false)
  const act = useAct('attendance.removeScan')
  const see = async () => {
    const outcome = await call('attendance.scan', { id: scan.id })
    if (outcome.ok) setSeen(outcome.value)
    else setRefused(outcome.refusals)
  }
  const remove = async (reason: string) => {
    const outcome = await act.run({ id: scan.id, reason })
    if (outcome.ok) notifications.show({ message: t('attendance.scan.removed') })
    return outcome.ok
  }
  return (
    <li>
      <b>{scan.name}</b>
      <span className={classes.hint}>
        {t('attendance.scan.by', { size: Math.ceil(scan.size / KILOBYTE), name: scan.addedBy ?? '—' })}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconEye size={14} aria-hidden />}
        aria-label={t('attendance.scan.view', { name: scan.name })}
        onClick={() => void see()}
      >
        {t('attendance.scan.see')}
      </Button>
      {may('attendance.removeScan') && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={t('attendance.scan.remove', { name: scan.name })}
          onClick={() => setRemoving(true)}
        >
          {t('attendance.scan.take')}
        </Button>
      )}
      <Refusals of={refused} />
      <PaperViewer
        paper={seen?.kind === 'pdf' ? { title: seen.name, pdf: seen.bytes } : null}
        onClose={() => setSeen(null)}
      />
      <Modal
        opened={seen !== null && seen.kind !== 'pdf'}
        onClose={() => setSeen(null)}
        fullScreen
        title={seen?.name}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {seen && seen.kind !== 'pdf' && (
          <img
            className={classes.scanImage}
            alt={t('attendance.scan.alt', { name: seen.name })}
            src={`data:image/${seen.kind};base64,${seen.bytes}`}
          />
        )}
      </Modal>
      <ConfirmAct
        opened={removing}
        onClose={() => setRemoving(false)}
        title={t('attendance.scan.removeVerb')}
        consequences={[t('attendance.scan.removeWhat')]}
        verb={t('attendance.scan.removeVerb')}
        danger
        reason
        pending={act.pending}
        refusals={act.refusals}
        onConfirm={remove}
      />
    </li>
  )
}
