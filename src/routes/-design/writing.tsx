/** Longer things to type, and what is brought from elsewhere. */
import { useState } from 'react'
import { Combobox } from '~/ui/combobox'
import { DayField } from '~/ui/day-field'
import { FileField } from '~/ui/file-field'
import { Form } from '~/ui/form'
import { MarkdownField } from '~/ui/markdown-field'
import { Select } from '~/ui/select'
import { CITIES, ROLES } from './examples'
import { Sample } from './sample'

const WRONG = { wrongRole: 'Choose another role.', wrongCity: 'Nobody works there.' }

export function Writing() {
  const [text, setText] = useState('## Sowing\n\n**After** the last frost, in `trays`.')
  const [day, setDay] = useState<string | undefined>('2026-03-14')
  const [read, setRead] = useState<string>()
  return (
    <>
      <Sample name="Select and combobox, refused" note="The words stand below." stacked>
        <Form local label="Wrong choices" pending={false} errors={WRONG} onSubmit={() => {}}>
          <div className="grid max-w-md gap-5">
            <Select name="wrongRole" label="Role, refused" options={ROLES} defaultValue="reader" />
            <Combobox
              name="wrongCity"
              label="City, refused"
              options={CITIES}
              value="porto"
              onChange={() => {}}
            />
            <Combobox
              label="City, disabled"
              options={CITIES}
              value="turin"
              onChange={() => {}}
              disabled
            />
          </div>
        </Form>
      </Sample>
      <Sample name="Markdown field" note="Beside what it will look like." stacked>
        <MarkdownField name="text" label="Text" value={text} onChange={setText} limit={2000} />
      </Sample>
      <Sample name="Day field" note="The system's own calendar.">
        <DayField label="From" value={day} onChange={setDay} />
      </Sample>
      <Sample name="File field" note="Read in this tab; nothing is sent." stacked>
        <div className="max-w-md">
          <FileField
            label="List"
            hint="One address a line."
            accept=".csv,.txt"
            onText={(found) => setRead(found ?? 'It could not be read.')}
          />
          {read !== undefined && <p className="mt-2 text-small text-ink-soft">{read}</p>}
        </div>
      </Sample>
    </>
  )
}
