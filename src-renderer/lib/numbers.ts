const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 })

/** "12,345". */
export function count(value: number): string {
  return whole.format(value)
}

/** "1 flow", "12 flows". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** "1.4 MB". */
export function bytes(value: number): string {
  const [size, unit] =
    value < 1e6 ? [value / 1e3, 'kB'] : value < 1e9 ? [value / 1e6, 'MB'] : [value / 1e9, 'GB']
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`
}

const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 })

/** "3.4%"; "<0.1%" for what would read as nothing. */
export function percent(value: number): string {
  return value > 0 && value < 0.001 ? `<${share.format(0.001)}` : share.format(value)
}
