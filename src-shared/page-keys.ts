/** A key and what it does, for the lists of keys of both hosts. */
export interface PageKey {
  /** `Mod` stands for Ctrl, on a Mac for Cmd. */
  readonly keys: string
  readonly does: string
}

/** Keys that the page knows, by where they work. The desktop's menu has more of its own. */
export const pageKeys: readonly { readonly where: string; readonly keys: readonly PageKey[] }[] = [
  {
    where: 'Everywhere',
    keys: [
      { keys: 'Mod+K', does: 'Go to a flow, run, deployment, limit, tag or command' },
      { keys: 'Mod+F', does: 'Search in what the screen shows' },
      { keys: '[', does: 'Back' },
      { keys: ']', does: 'Forward' },
      { keys: 'Esc', does: 'Close a panel, a dialog or a menu' },
      { keys: '?', does: 'List the keys' },
    ],
  },
  {
    where: 'In a table',
    keys: [
      { keys: '↑ ↓', does: 'Move from row to row' },
      { keys: '← →', does: 'Move from cell to cell' },
      { keys: 'Home, End', does: 'First and last row' },
      { keys: 'Page Up, Page Down', does: 'A window of rows further' },
      { keys: 'Enter', does: 'Open' },
      { keys: 'Space', does: 'Select the row' },
      { keys: 'Shift+↑ ↓', does: 'Select rows in between' },
      { keys: 'Mod+A', does: 'Select all rows' },
      { keys: 'Mod+C', does: 'Copy the selected rows, or the cell' },
      { keys: 'F2', does: 'Go to the control in a cell; Esc comes back' },
      { keys: 'Shift+F10', does: 'Menu of the row' },
    ],
  },
  {
    where: 'In a table’s head (↑ from the first row)',
    keys: [
      { keys: 'Enter', does: 'Sort by the column' },
      { keys: 'Alt+← →', does: 'Move the column' },
      { keys: 'Shift+← →', does: 'Make it narrower or wider' },
    ],
  },
  {
    where: 'In the history of runs',
    keys: [
      { keys: '← →', does: 'Move from day to day' },
      { keys: 'Shift+← →', does: 'Choose days' },
      { keys: 'Enter', does: 'Show the runs of the chosen days' },
      { keys: 'Esc', does: 'Show all days again' },
    ],
  },
  {
    where: 'On the timeline',
    keys: [
      { keys: '+ −', does: 'Zoom' },
      { keys: '← →', does: 'Earlier and later' },
      { keys: '0', does: 'Show all of the run' },
      { keys: 'Z', does: 'Bring the bar of the row into sight' },
    ],
  },
]

/** A key as this system writes it. */
export function keyText(keys: string, isMac: boolean): string {
  return keys.replaceAll('Mod', isMac ? 'Cmd' : 'Ctrl')
}
