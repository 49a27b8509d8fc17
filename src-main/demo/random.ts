/**
 * Pseudo-random numbers from a seed: the same seed gives the same demo on every machine.
 * (sfc32, seeded with a hash of the text; good enough to look random, and nothing else.)
 */
export class DemoRandom {
  readonly #seed: string
  #a: number
  #b: number
  #c: number
  #d = 1

  constructor(seed: string) {
    this.#seed = seed
    ;[this.#a, this.#b, this.#c] = hashes(seed)
    for (let round = 0; round < 12; round += 1) this.word()
  }

  /** Another stream of the same seed: what is drawn from it moves nothing in this one. */
  fork(name: string): DemoRandom {
    return new DemoRandom(`${this.#seed}/${name}`)
  }

  /** A whole number of 32 bits. */
  word(): number {
    const sum = (this.#a + this.#b + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    return sum >>> 0
  }

  /** A number of [0, 1). */
  fraction(): number {
    return this.word() / 0x1_0000_0000
  }

  /** A whole number of [low, high]. */
  int(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.int(0, items.length - 1)] ?? items[0]
  }

  /** Lower-case hexadecimal digits. */
  hex(digits: number): string {
    let text = ''
    while (text.length < digits) text += this.word().toString(16).padStart(8, '0')
    return text.slice(0, digits)
  }

  /** An id as Python's `uuid4` makes it. */
  uuid(): string {
    const hex = this.hex(31)
    const variant = '89ab'[this.int(0, 3)]
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`
  }

  /** An id as Prefect gives to states, events and logs: it begins with the time (microseconds). */
  uuid7(at: number): string {
    const time = Math.floor(at / 1000)
      .toString(16)
      .padStart(12, '0')
    const hex = this.hex(18)
    const variant = '89ab'[this.int(0, 3)]
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(3, 6)}-${hex.slice(6, 18)}`
  }
}

function hashes(text: string): [number, number, number] {
  let [a, b, c] = [0x9e37_79b9, 0x243f_6a88, 0xb7e1_5162]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 0x85eb_ca6b)
    b = Math.imul(b ^ code, 0xc2b2_ae35)
    c = Math.imul(c ^ code, 0x27d4_eb2f)
  }
  return [a, b, c]
}
