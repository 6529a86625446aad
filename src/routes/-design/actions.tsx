/** What starts something. */
import { Button, type ButtonLook, IconButton } from '~/ui/button'
import { CopyButton } from '~/ui/copy-button'
import { Icon } from '~/ui/icons'
import { Kbd } from '~/ui/kbd'
import { Menu, MenuChoices, MenuGroup, MenuItem, MenuLink, MenuSeparator } from '~/ui/menu'
import { Tooltip } from '~/ui/tooltip'
import { Sample } from './sample'

const LOOKS: readonly ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger']
const VIEWS = [
  { value: 'table', label: 'Table', icon: 'matrix' },
  { value: 'list', label: 'List', icon: 'menu' },
] as const
const nothing = (): void => {}

export function Actions() {
  return (
    <>
      <Sample name="Button" note="36 px, 32 px small, 44 px under a finger." stacked>
        {LOOKS.map((look) => (
          <div key={look} className="flex flex-wrap items-center gap-3">
            <Button local look={look} className="capitalize">
              {look}
            </Button>
            <Button local look={look} size="small">
              Small
            </Button>
            <Button local look={look}>
              <Icon name="plus" />
              With icon
            </Button>
            <Button local look={look} pending>
              Pending
            </Button>
            <Button local look={look} disabled>
              Disabled
            </Button>
          </div>
        ))}
      </Sample>
      <Sample name="Icon button" note="Has a label; the tooltip repeats it.">
        <Tooltip text="Edit">
          <IconButton local label="Edit" icon="pencil" />
        </Tooltip>
        <IconButton local label="More" icon="more" look="secondary" />
        <IconButton local label="Delete" icon="trash" disabled />
      </Sample>
      <Sample name="Menu" note="Arrow keys, letters, Escape.">
        <Menu
          trigger={
            <Button>
              Options
              <Icon name="down" className="size-3.5 text-ink-faint" />
            </Button>
          }
        >
          <MenuGroup label="This document">
            <MenuItem local icon="pencil" onSelect={nothing}>
              Rename
            </MenuItem>
            <MenuItem local icon="link" note="Here" current onSelect={nothing}>
              Copy link
            </MenuItem>
            <MenuItem local icon="lock" disabled note="Not in plan" onSelect={nothing}>
              Lock
            </MenuItem>
          </MenuGroup>
          <MenuChoices label="Shown as" choices={VIEWS} value="list" onChange={nothing} />
          <MenuLink link={<a href="#actions">History</a>}>History</MenuLink>
          <MenuSeparator />
          <MenuItem local icon="trash" danger onSelect={nothing}>
            Delete
          </MenuItem>
        </Menu>
      </Sample>
      <Sample name="Copy button">
        <CopyButton text="req_01900000" label="Copy id" />
        <CopyButton text="req_01900000" look="quiet" />
      </Sample>
      <Sample name="Keys">
        <Kbd keys={['mod', 'K']} />
        <Kbd keys={['shift', 'enter']} />
        <Kbd keys={['escape']} />
      </Sample>
    </>
  )
}
