/** Sizes of the chart, in pixels: its bars, the times below them, the counts at the left. */
export const plotHeight = 96
export const axisHeight = 20
export const gutter = 48

/** No bar is narrower, its gap with it. */
export const narrowestBar = 5

/** Where the bars of a chart stand, in pixels. */
export interface ChartPlace {
  width: number
  /** A bar's width, its gap with it. */
  bar: number
  gap: number
  left: (index: number) => number
}

/** Shares the chart's width among so many bars. */
export function placeBars(width: number, count: number): ChartPlace {
  const bar = Math.max(0, width - gutter) / Math.max(1, count)
  return { width, bar, gap: bar > 8 ? 2 : 1, left: (index) => gutter + index * bar }
}
