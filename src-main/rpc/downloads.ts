import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'

/** Something that is to be saved as a file. */
export interface Download {
  /** The name that is proposed for the file. */
  fileName: string
  contentType: string
  /** Called once, when it is fetched. */
  open(): Readable
}

/** How long an offer stands, in milliseconds. */
const offeredFor = 10 * 60 * 1000

/** What tasks offer to be saved: each is fetched once, from `GET /downloads/<id>`. */
export class Downloads {
  readonly #offers = new Map<string, Download>()

  /** Offers a download; the id is good for one fetch within ten minutes. */
  offer(download: Download): string {
    const id = randomUUID()
    this.#offers.set(id, download)
    setTimeout(() => this.#offers.delete(id), offeredFor).unref()
    return id
  }

  /** Takes an offer away; `undefined` if it was taken before or never was. */
  take(id: string): Download | undefined {
    const download = this.#offers.get(id)
    this.#offers.delete(id)
    return download
  }
}
