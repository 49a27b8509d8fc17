import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'

const windowState = z.object({
  bounds: z.object({
    x: z.int(),
    y: z.int(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  maximized: z.boolean(),
})

type State = z.output<typeof windowState>

/** What the screens are made for, in pixels. */
const usualSize = { width: 1280, height: 800 }

/** Below this they are no longer good. */
const smallestSize = { minWidth: 960, minHeight: 600 }

/** So much of a title bar must be on a screen for a hand to reach it. */
const reachable = { width: 120, height: 40 }

/** A further window lies this far beside the one before. */
const step = 28

/** How long after a move or a change of size it is kept, in milliseconds. */
const pause = 400

/** Keeps size and place of the window that was used last, in a file of Sluice's own. */
export class WindowState {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** Where a new window goes: where the last one was, brought back if no screen is there any more. */
  optionsFor(others: readonly BrowserWindow[]): Partial<Rectangle> & typeof smallestSize {
    const state = this.#read()
    const shift = others.length * step
    if (!state) return { ...usualSize, ...smallestSize }
    const { x, y, width, height } = state.bounds
    const moved = { x: x + shift, y: y + shift, width, height }
    const { workArea } = screen.getDisplayMatching(moved)
    const size = {
      width: Math.min(width, workArea.width),
      height: Math.min(height, workArea.height),
    }
    return { ...smallestSize, ...(isReachable(moved) ? { x: moved.x, y: moved.y } : {}), ...size }
  }

  /** Makes a window that was large large again, and keeps what becomes of it. */
  follow(window: BrowserWindow): void {
    if (this.#read()?.maximized) window.maximize()
    let timer: NodeJS.Timeout | undefined
    const keepSoon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => this.#keep(window), pause)
    }
    window.on('move', keepSoon)
    window.on('resize', keepSoon)
    window.on('focus', keepSoon)
    window.on('close', () => {
      clearTimeout(timer)
      this.#keep(window)
    })
  }

  #keep(window: BrowserWindow): void {
    if (window.isDestroyed() || window.isMinimized()) return
    const state: State = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    const beside = `${this.#file}.tmp`
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 })
      writeFileSync(beside, `${JSON.stringify(state)}\n`, { mode: 0o600 })
      renameSync(beside, this.#file)
    } catch {
      // Nothing but a place on the screen is lost.
    }
  }

  #read(): State | undefined {
    try {
      return windowState.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
    } catch {
      return undefined
    }
  }
}

function isReachable({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const left = Math.max(x, workArea.x)
    const right = Math.min(x + width, workArea.x + workArea.width)
    const below = workArea.y + workArea.height - y
    return right - left >= reachable.width && y >= workArea.y && below >= reachable.height
  })
}
