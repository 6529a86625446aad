/** Light or dark, for who isn't signed in; behind the sign-in it is in the person's menu. */
import { useState } from 'react'
import { SegmentedControl } from '~/ui/segmented-control'
import { chooseTheme, currentTheme, THEME_CHOICES } from './theme'

export function ThemeControl() {
  const [theme, setTheme] = useState(currentTheme)
  return (
    <SegmentedControl
      local
      iconsOnly
      label="Theme"
      segments={THEME_CHOICES}
      value={theme}
      onChange={(next) => {
        chooseTheme(next)
        setTheme(next)
      }}
    />
  )
}
