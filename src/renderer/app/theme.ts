/** Umbral's own look (docs/look.md, "Form"): warm paper and ink, jacaranda, nopal, cempasúchil, granada, cielo. */
import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core'

const jacaranda: MantineColorsTuple = [
  '#f6f2fb',
  '#e9e0f5',
  '#d3c3ea',
  '#bba4de',
  '#a588d3',
  '#8e6bc5',
  '#7a53b3',
  '#65409b',
  '#52337f',
  '#3d255f',
]
const nopal: MantineColorsTuple = [
  '#eef6ee',
  '#d8ebda',
  '#b3d8b8',
  '#89c292',
  '#63ab70',
  '#45915a',
  '#327746',
  '#256438',
  '#1e4f2d',
  '#153a20',
]
const cempasuchil: MantineColorsTuple = [
  '#fff6e3',
  '#ffe9c0',
  '#ffd68c',
  '#ffc054',
  '#f7a823',
  '#dd8b00',
  '#a26000',
  '#8b5200',
  '#6c4000',
  '#4b2c00',
]
const granada: MantineColorsTuple = [
  '#fdf0f0',
  '#f9dcdc',
  '#f1b6b8',
  '#e78c90',
  '#dc646b',
  '#cb3f4a',
  '#b12735',
  '#951c2a',
  '#761621',
  '#530f17',
]
const cielo: MantineColorsTuple = [
  '#edf6fa',
  '#d4eaf4',
  '#aad5e8',
  '#7abcda',
  '#4da3ca',
  '#2a88b3',
  '#176d96',
  '#0e597d',
  '#0a4662',
  '#063248',
]
/** Warm greys between paper and ink, in place of Mantine's cold ones. */
const gray: MantineColorsTuple = [
  '#fbf9f5',
  '#f4f1ea',
  '#e9e4da',
  '#d9d2c5',
  '#b9b0a1',
  '#8f8577',
  '#6c6358',
  '#514a41',
  '#37322c',
  '#231f1b',
]
const dark: MantineColorsTuple = [
  '#ece7df',
  '#d5cfc5',
  '#b0a89c',
  '#8d8579',
  '#575047',
  '#423d36',
  '#312d28',
  '#26231f',
  '#1c1a17',
  '#141210',
]

export const theme = createTheme({
  colors: { jacaranda, nopal, cempasuchil, granada, cielo, gray, dark },
  primaryColor: 'jacaranda',
  // One contrast colour serves both schemes (autoContrast knows no scheme): white must stand on both shades.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  white: '#fffefb',
  black: '#231f1b',
  fontFamily: "'Atkinson Hyperlegible Next', 'Andika', sans-serif",
  fontFamilyMonospace: "'Andika', 'Cascadia Mono', Consolas, monospace",
  headings: { fontWeight: '700' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // On a page that is a column, an alert would be the one that is squeezed.
    Alert: { defaultProps: { styles: { root: { flexShrink: 0 } } } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120 },
        overlayProps: { backgroundOpacity: 0.35, blur: 0 },
        styles: { title: { fontWeight: 700, fontSize: '1.0625rem' } },
      },
    },
    Drawer: {
      defaultProps: {
        transitionProps: { duration: 120 },
        position: 'right',
        overlayProps: { backgroundOpacity: 0.25 },
        styles: { title: { fontWeight: 700, fontSize: '1.0625rem' } },
      },
    },
    // Inside the page, so that it stays within a landmark; and without the stray focusable that a menu may not hold.
    Menu: {
      defaultProps: { transitionProps: { duration: 80 }, withinPortal: false, withInitialFocusPlaceholder: false },
    },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } },
    InputWrapper: { styles: { label: { fontWeight: 600, fontSize: '0.875rem', marginBottom: 2 } } },
  },
})

/** Names of what colours mean, for our own style sheets. Each pair of text and ground was checked for AA. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbf9f5',
    '--mantine-color-text': '#231f1b',
    '--mantine-color-dimmed': '#655d52',
    '--mantine-color-placeholder': '#7a7164',
    '--mantine-color-error': '#951c2a',
    '--mantine-color-default-border': '#b9b0a1',
    '--mantine-color-anchor': '#65409b',
    '--u-ink': '#231f1b',
    '--u-ink-soft': '#655d52',
    '--u-paper': '#fbf9f5',
    '--u-sheet': '#fffefb',
    '--u-rail': '#f4f1ea',
    '--u-desk': '#e9e4da',
    '--u-hover': '#f6f2ea',
    '--u-rule': '#e4ded2',
    '--u-rule-strong': '#b9b0a1',
    '--u-accent': '#65409b',
    '--u-accent-soft': '#efe8f8',
    '--u-done': '#256438',
    '--u-attention': '#8b5200',
    '--u-stop': '#951c2a',
    '--u-stop-soft': '#fdf0f0',
    '--u-info': '#0e597d',
    '--u-info-soft': '#edf6fa',
  },
  dark: {
    '--mantine-color-body': '#1c1a17',
    '--mantine-color-text': '#ece7df',
    '--mantine-color-dimmed': '#b0a89c',
    '--mantine-color-placeholder': '#9a9286',
    '--mantine-color-error': '#f1b6b8',
    '--mantine-color-default-border': '#575047',
    '--mantine-color-anchor': '#bba4de',
    '--u-ink': '#ece7df',
    '--u-ink-soft': '#b0a89c',
    '--u-paper': '#1c1a17',
    '--u-sheet': '#211e1b',
    '--u-rail': '#171512',
    '--u-desk': '#141210',
    '--u-hover': '#2a2622',
    '--u-rule': '#37322c',
    '--u-rule-strong': '#575047',
    '--u-accent': '#bba4de',
    '--u-accent-soft': '#332a44',
    '--u-done': '#89c292',
    '--u-attention': '#ffc054',
    '--u-stop': '#f1a3a7',
    '--u-stop-soft': '#3a1d20',
    '--u-info': '#7abcda',
    '--u-info-soft': '#142c38',
  },
})

let scheme: MantineColorScheme | undefined

/** Light or dark is a habit of one person, kept in the database (`useRemembered`); nothing is written beside it. */
export const inMemory: MantineColorSchemeManager = {
  get: (initial) => scheme ?? initial,
  set: (next) => {
    scheme = next
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => {
    scheme = undefined
  },
}
