/** What pages are made of: their heading, their parts, the way around, and how things move. */
import { PageHeader } from '~/ui/page-header'
import { Badge } from '~/ui/badge'
import { Breadcrumbs, Crumb } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { Panel, Section } from '~/ui/section'
import { Sidebar, SidebarGroup, SidebarLink } from '~/ui/sidebar'
import { Sample } from './sample'

const MOTIONS = [
  { name: '140 ms', look: 'transition-transform', use: 'Whatever changes its colour or opens' },
  { name: '180 ms', look: 'transition-transform duration-drawer', use: 'A drawer' },
]

export function Frames() {
  return (
    <>
      <Sample name="Page header" note="The way here, the title, a fact, what may be done." stacked>
        <PageHeader
          level={4}
          title="Alpine Seed Bank"
          above={
            <Breadcrumbs label="The way to a sample">
              <Crumb link={<a href="#frames">Projects</a>}>Projects</Crumb>
            </Breadcrumbs>
          }
          beside={<Badge>Active</Badge>}
          description="What was collected above the tree line."
          actions={<Button local>Share</Button>}
        />
      </Sample>
      <Sample name="Section and panel" note="A part of a page, and a surface in it." stacked>
        <Section level={4} title="Documents" description="Everything that was written here.">
          <Panel>
            <p className="text-sm text-ink-soft">Forms and facts stand on a panel.</p>
          </Panel>
        </Section>
      </Sample>
      <Sample name="Sidebar" note="The row of the page one is on is marked." stacked>
        <div className="max-w-60">
          <Sidebar label="Sample of a sidebar">
            <SidebarGroup label="Work">
              <SidebarLink
                link={
                  <a href="#frames" aria-current="page">
                    Projects
                  </a>
                }
                icon="folder"
              >
                Projects
              </SidebarLink>
              <SidebarLink link={<a href="#frames">Documents</a>} icon="file">
                Documents
              </SidebarLink>
            </SidebarGroup>
            <SidebarGroup label="Organization">
              <SidebarLink link={<a href="#frames">Billing</a>} icon="card" note="Pro">
                Billing
              </SidebarLink>
            </SidebarGroup>
          </Sidebar>
        </div>
      </Sample>
      <Sample name="Motion" note="Rest on one. None, for whoever asked for less." stacked>
        {MOTIONS.map(({ name, look, use }) => (
          <div key={name} className="group flex items-center gap-6 text-sm text-ink-soft">
            <span className="w-14 text-xs text-ink-faint">{name}</span>
            <span
              aria-hidden="true"
              className={`size-5 rounded-md bg-accent group-hover:translate-x-4 ${look}`}
            />
            {use}
          </div>
        ))}
      </Sample>
    </>
  )
}
