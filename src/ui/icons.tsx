/**
 * The signs that pages use, by what they stand for. Always decoration: the word beside them, or the
 * label of the control they are in, carries the meaning.
 */
import {
  ArrowDown,
  ArrowRight,
  ArrowUp,
  Building2,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronsUpDown,
  CircleCheck,
  CircleX,
  Clock,
  Copy,
  CreditCard,
  Download,
  Ellipsis,
  ExternalLink,
  FileText,
  Folder,
  Funnel,
  Grid3x3,
  History,
  Info,
  KeyRound,
  LayoutDashboard,
  Link,
  Lock,
  LogOut,
  type LucideIcon,
  Mail,
  Menu,
  Minus,
  Monitor,
  Moon,
  Pencil,
  Play,
  Plus,
  ScrollText,
  Search,
  Settings,
  Shield,
  Sun,
  Trash2,
  TriangleAlert,
  User,
  Users,
  X,
} from 'lucide-react'
import { cx } from './cx'

const ICONS = {
  arrow: ArrowRight,
  audit: ScrollText,
  building: Building2,
  card: CreditCard,
  check: Check,
  clock: Clock,
  copy: Copy,
  cross: X,
  dashboard: LayoutDashboard,
  down: ChevronDown,
  download: Download,
  external: ExternalLink,
  file: FileText,
  filter: Funnel,
  folder: Folder,
  history: History,
  info: Info,
  key: KeyRound,
  left: ChevronLeft,
  link: Link,
  lock: Lock,
  logout: LogOut,
  mail: Mail,
  matrix: Grid3x3,
  menu: Menu,
  minus: Minus,
  monitor: Monitor,
  moon: Moon,
  more: Ellipsis,
  no: CircleX,
  pencil: Pencil,
  play: Play,
  plus: Plus,
  right: ChevronRight,
  search: Search,
  settings: Settings,
  shield: Shield,
  sortdown: ArrowDown,
  sortup: ArrowUp,
  sun: Sun,
  trash: Trash2,
  updown: ChevronsUpDown,
  user: User,
  users: Users,
  warning: TriangleAlert,
  yes: CircleCheck,
} as const satisfies Record<string, LucideIcon>

export type IconName = keyof typeof ICONS

export interface IconProps {
  readonly name: IconName
  /** Its size and colour: 16 px and the text's colour without it. */
  readonly className?: string
}

export function Icon({ name, className }: IconProps) {
  const Drawing = ICONS[name]
  return (
    <Drawing
      aria-hidden="true"
      strokeWidth={1.75}
      className={cx('inline-block shrink-0', className ?? 'size-4')}
    />
  )
}

/** Every name there is, for the page that shows them. */
export const ICON_NAMES: readonly IconName[] =
  // The keys of a literal are known, though Object.keys forgets them.
  Object.keys(ICONS) as IconName[]
