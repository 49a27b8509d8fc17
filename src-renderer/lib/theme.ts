import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

/** Ten steps around the accent: step 7 is the light theme's, step 4 the dark theme's. */
const accent: MantineColorsTuple = [
  '#e6f5f3',
  '#cdebe7',
  '#a3dad4',
  '#76cdc4',
  '#4cc3ba',
  '#2ea69d',
  '#178780',
  '#0f6b66',
  '#0b5551',
  '#083f3c',
]

const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eef0f3',
  '#e4e7eb',
  '#d8dce2',
  '#b9c0ca',
  '#8b95a3',
  '#5a6270',
  '#434a56',
  '#2f353f',
  '#1b1f26',
]

const dark: MantineColorsTuple = [
  '#e6e9ee',
  '#c8cdd6',
  '#9aa3b0',
  '#6f7887',
  '#343943',
  '#2a2f38',
  '#1d2026',
  '#16181d',
  '#101216',
  '#0a0b0e',
]

/** What destroys: step 7 is the light theme's, step 4 the dark theme's. */
const red: MantineColorsTuple = [
  '#fdecec',
  '#fbd5d6',
  '#f7b0b2',
  '#ff9a9a',
  '#ff7b7b',
  '#e5484f',
  '#d2333b',
  '#c4262e',
  '#a11d24',
  '#7d161b',
]

/** Mantine's theme: dense, calm, one accent. */
export const theme = createTheme({
  colors: { accent, gray, dark, red },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  // Mantine's own contrast is that of the light theme in both.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...resolved, color: 'var(--sl-on-fill)' } : resolved
  },
  black: '#1b1f26',
  white: '#ffffff',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif',
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '11.5px', sm: '12.5px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 'sm',
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    InputWrapper: {
      vars: () => ({
        label: { '--input-label-size': '12.5px', '--input-asterisk-color': undefined },
        description: { '--input-description-size': '11.5px' },
        error: { '--input-error-size': '11.5px' },
      }),
    },
    Tooltip: {
      defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 100 } },
    },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 100 },
        shadow: 'sm',
        // It would be a child that a menu must not have.
        withInitialFocusPlaceholder: false,
      },
    },
    Notification: {
      defaultProps: { withBorder: true, closeButtonProps: { 'aria-label': 'Dismiss' } },
    },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'sm' } },
    Modal: {
      defaultProps: { size: 560, centered: true, transitionProps: { duration: 120 } },
    },
  },
})

/** Every colour and size that Sluice's own styles use, by theme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--sl-row-height': '32px',
    '--sl-header-height': '48px',
    '--sl-status-height': '24px',
    '--sl-sidebar-width': '208px',
    '--sl-sidebar-folded': '52px',
  },
  light: {
    '--sl-surface': '#ffffff',
    '--sl-surface-2': '#f6f7f9',
    '--sl-hover': '#f1f3f6',
    '--sl-active-row': '#e4f1f0',
    '--sl-line': '#e1e4e9',
    '--sl-line-strong': '#c9ced6',
    '--sl-text': '#1b1f26',
    '--sl-muted': '#5a6270',
    '--sl-accent': '#0f6b66',
    '--sl-on-fill': '#ffffff',
    '--sl-warning': '#8a5a00',
    '--sl-danger': '#c4262e',
    '--sl-changed': '#fff4d6',
    '--sl-state-scheduled': '#8a5a00',
    '--sl-state-pending': '#6b5f86',
    '--sl-state-running': '#1662c4',
    '--sl-state-completed': '#1f7a3d',
    '--sl-state-failed': '#c4262e',
    '--sl-state-crashed': '#b34700',
    '--sl-state-cancelled': '#5b6472',
    // Mantine's own muted text and placeholders, at the same contrast.
    '--mantine-color-dimmed': '#5a6270',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-error': '#c4262e',
  },
  dark: {
    '--sl-surface': '#16181d',
    '--sl-surface-2': '#1d2026',
    '--sl-hover': '#20242b',
    '--sl-active-row': '#17312f',
    '--sl-line': '#2a2f38',
    '--sl-line-strong': '#434a56',
    '--sl-text': '#e6e9ee',
    '--sl-muted': '#9aa3b0',
    '--sl-accent': '#4cc3ba',
    '--sl-on-fill': '#101216',
    '--sl-warning': '#e0b03a',
    '--sl-danger': '#ff7b7b',
    '--sl-changed': '#3a3117',
    '--sl-state-scheduled': '#e0b03a',
    '--sl-state-pending': '#b3a6d6',
    '--sl-state-running': '#6aa7ff',
    '--sl-state-completed': '#57c07a',
    '--sl-state-failed': '#ff7b7b',
    '--sl-state-crashed': '#ff9a57',
    '--sl-state-cancelled': '#a3acb9',
    '--mantine-color-dimmed': '#9aa3b0',
    '--mantine-color-placeholder': '#8b94a2',
    '--mantine-color-error': '#ff7b7b',
  },
})
