/** Light or dark, for who isn't signed in; behind the sign-in it is in the person's menu. */
import { SegmentedControl } from '~/ui/segmented-control'
import { THEME_CHOICES, useTheme } from './theme'

export function ThemeControl() {
  const [theme, choose] = useTheme()
  return (
    <SegmentedControl
      local
      iconsOnly
      label="Theme"
      segments={THEME_CHOICES}
      value={theme}
      onChange={choose}
    />
  )
}
