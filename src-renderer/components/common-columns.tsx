import type { LabelEntry } from '../../src-shared/contract/schemas/label-entry.ts'
import { labelText } from '../lib/label-words.ts'
import { momentWidth, type TimeDisplay } from '../lib/time-display.ts'
import type { MarkedRow } from '../lib/unreadable.ts'
import { CellText } from './cell-text.tsx'
import type { TableColumn } from './data-table/table-column.ts'
import { DueMoment } from './due-moment.tsx'
import { LabelList } from './label-list.tsx'
import { markedColumn } from './marked-column.tsx'
import { Moment } from './moment.tsx'
import { ShortId } from './short-id.tsx'
import { TagList } from './tag-list.tsx'

/** What a cell keeps free at its two sides, in pixels. */
export const cellPadding = 16

/** The id: its first characters, a click copies it. */
export function idColumn<Row extends { id: string }>(): TableColumn<Row> {
  return {
    id: 'id',
    title: 'Id',
    width: 84,
    hiddenAtFirst: true,
    sortable: true,
    sortValue: ({ id }) => id,
    text: ({ id }) => id,
    cell: ({ id }) => <ShortId id={id} inCell />,
  }
}

/** Tags as pills; a click on one gives it. */
export function tagsColumn<Row extends MarkedRow & { tags: readonly string[] }>(
  width: number,
  onTag: (tag: string) => void,
): TableColumn<Row> {
  return markedColumn('tags', {
    id: 'tags',
    title: 'Tags',
    width,
    grows: true,
    sortable: true,
    sortValue: ({ tags }) => (tags.length > 0 ? tags.join('\0') : null),
    text: ({ tags }) => tags.join(', '),
    cell: ({ tags }, cellWidth) => (
      <TagList tags={tags} room={cellWidth - cellPadding} onPick={onTag} />
    ),
  })
}

/** Labels as `key: value`. */
export function labelsColumn<Row extends MarkedRow & { labels: readonly LabelEntry[] | null }>(
  width: number,
): TableColumn<Row> {
  const textOf = ({ labels }: Row): string => (labels ?? []).map(labelText).join(', ')
  return markedColumn('labels', {
    id: 'labels',
    title: 'Labels',
    width,
    grows: true,
    sortable: true,
    sortValue: (row) => textOf(row) || null,
    text: textOf,
    cell: ({ labels }, cellWidth) => <LabelList labels={labels} room={cellWidth - cellPadding} />,
  })
}

/** A moment of a row. */
export interface MomentColumn<Row> {
  id: string
  title: string
  /** The column of the database, where it is one. */
  stored?: string
  at: (row: Row) => string | null
  times: TimeDisplay
  /** It is to come, and late once it is past. */
  isDue?: boolean
  hiddenAtFirst?: boolean
  sortable?: boolean
  /** In pixels, while times are told as "4 min ago". */
  width?: number
}

/** A column of times. */
export function momentColumn<Row extends MarkedRow>(of: MomentColumn<Row>): TableColumn<Row> {
  const { id, title, stored, at, times, isDue = false } = of
  const column: TableColumn<Row> = {
    id,
    title,
    width: momentWidth(times, of.width),
    hiddenAtFirst: of.hiddenAtFirst ?? false,
    sortable: of.sortable ?? true,
    sortValue: at,
    text: (row) => at(row) ?? '',
    cell: (row) => (isDue ? <DueMoment at={at(row)} /> : <Moment at={at(row)} />),
  }
  return stored === undefined ? column : markedColumn(stored, column)
}

/** A text of a row, in one line. */
export interface TextColumn<Row> {
  id: string
  title: string
  stored?: string
  of: (row: Row) => string | null
  width: number
  isCode?: boolean
  grows?: boolean
  hiddenAtFirst?: boolean
}

/** A column of texts. */
export function textColumn<Row extends MarkedRow>(props: TextColumn<Row>): TableColumn<Row> {
  const { id, title, stored, of, width, isCode = false } = props
  const column: TableColumn<Row> = {
    id,
    title,
    width,
    grows: props.grows ?? false,
    hiddenAtFirst: props.hiddenAtFirst ?? true,
    sortable: true,
    sortValue: (row) => of(row) || null,
    text: (row) => of(row) ?? '',
    cell: (row) => <CellText text={of(row)} isCode={isCode} />,
  }
  return stored === undefined ? column : markedColumn(stored, column)
}
