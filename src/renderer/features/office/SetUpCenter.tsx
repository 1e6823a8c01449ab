/** Step 1: the center's settings, by form or by dropping `centro.json`. */
import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import type { CenterSettings } from '../../../shared/contract/office.contract'
import { useWords } from '../../platform/words'
import { CenterForm } from './CenterForm'
import { readCenterFile, strangeFields, type CenterField } from '../../../shared/contract/center-file'
import classes from './SetUp.module.css'

export interface SetUpCenterProps {
  readonly value: CenterSettings
  readonly tried: boolean
  readonly onChange: (center: CenterSettings) => void
}

export function SetUpCenter({ value, tried, onChange }: SetUpCenterProps) {
  const t = useWords()
  const [over, setOver] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const strange = strangeFields(value)
  const errorOf = (field: CenterField) => (tried && strange.has(field) ? t(`office.center.error.${field}`) : undefined)

  const take = async (file: File | null | undefined) => {
    if (!file) return
    const read = readCenterFile(await file.text())
    if (!read.ok) {
      setTold(t('office.setUp.file.notCentro', { name: file.name }))
      return
    }
    onChange(read.settings)
    const names = read.strange.map((field) => t(`office.center.${field}`)).join(', ')
    setTold(names ? t('office.setUp.file.readExcept', { names }) : t('office.setUp.file.read'))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <>
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={classes.dropText}>{t('office.setUp.file.hint')}</p>
        <FileButton accept="application/json,.json" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileImport size={18} aria-hidden />}>
              {t('office.setUp.file.choose')}
            </Button>
          )}
        </FileButton>
        <div role="status">{told}</div>
      </div>
      <CenterForm value={value} onChange={onChange} errorOf={errorOf} />
    </>
  )
}
