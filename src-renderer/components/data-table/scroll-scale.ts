/**
 * How a table that is taller than browsers let an element be is scrolled. Near the ends a pixel of
 * the scroll bar is a pixel of the table; between them it is many, in proportion, so that the bar
 * tells honestly where one is.
 */
export interface ScrollScale {
  /** The height of the element that is scrolled, in pixels. */
  height: number
  /** How far it can be scrolled. */
  mostScrolled: number
  /** How far the whole table could be, if it were drawn as it is. */
  mostTop: number
}

/** Firefox ends at some 17 million pixels, Chromium at 33. */
const tallest = 12_000_000

/** In how many pixels from either end nothing is scaled. */
const atEnds = 200_000

/** The scale of a table of this height in a view of that height, in pixels. */
export function scrollScale(tableHeight: number, viewHeight: number): ScrollScale {
  const height = Math.min(tableHeight, tallest)
  return {
    height,
    mostScrolled: Math.max(0, height - viewHeight),
    mostTop: Math.max(0, tableHeight - viewHeight),
  }
}

function stretch({ mostScrolled, mostTop }: ScrollScale): number {
  return (mostTop - 2 * atEnds) / (mostScrolled - 2 * atEnds)
}

function isScaled({ mostScrolled, mostTop }: ScrollScale): boolean {
  return mostTop > mostScrolled
}

/** Which pixel of the table is the uppermost where the bar stands at `scrolled`. */
export function topOf(scale: ScrollScale, scrolled: number): number {
  if (!isScaled(scale) || scrolled <= atEnds) return scrolled
  const toEnd = scale.mostScrolled - scrolled
  if (toEnd <= atEnds) return scale.mostTop - toEnd
  return Math.round(atEnds + (scrolled - atEnds) * stretch(scale))
}

/** Where the bar stands to show the table from this pixel on; a whole number. */
export function scrolledTo(scale: ScrollScale, top: number): number {
  if (!isScaled(scale) || top <= atEnds) return top
  const toEnd = scale.mostTop - top
  if (toEnd <= atEnds) return scale.mostScrolled - toEnd
  return Math.round(atEnds + (top - atEnds) / stretch(scale))
}

/** Where a table stands. */
export interface ScrollPlace {
  /** The uppermost pixel of the table in sight. */
  top: number
  /** Where the bar stands. */
  scrolled: number
}

/**
 * Where the table stands after its bar moved: a wheel or a key moves it by as many pixels, a drag of
 * the bar in proportion. `scrolled` differs from where the bar is when it has to be set anew: it has
 * run ahead of its proportion, or is near an end, where nothing is scaled.
 */
export function afterScroll(
  scale: ScrollScale,
  before: ScrollPlace,
  { scrolled, viewHeight }: { scrolled: number; viewHeight: number },
): ScrollPlace {
  if (!isScaled(scale)) return { top: scrolled, scrolled }
  const by = scrolled - before.scrolled
  if (Math.abs(by) > 2 * viewHeight) return { top: topOf(scale, scrolled), scrolled }
  const top = Math.max(0, Math.min(scale.mostTop, before.top + by))
  const due = scrolledTo(scale, top)
  const toEnd = Math.min(scrolled, scale.mostScrolled - scrolled, due, scale.mostScrolled - due)
  const isFar = Math.abs(scrolled - due) > atEnds / 4
  return { top, scrolled: isFar || toEnd < atEnds / 2 ? due : scrolled }
}
