import type { Labelled } from '../../src-shared/contract/schemas/facet.ts'
import {
  groupsOf,
  ownGroup,
  withValue,
  type BodyPath,
  type FilterBody,
  type FilterGroup,
  type FilterScreen,
} from './filter-body.ts'
import { grammar, joinWords } from './filter-grammar.ts'
import { relativeMoments } from './filter-moments.ts'

/** What picking a choice does. */
export type ChoiceAct =
  /** Opens the editor of a field, at one of its operators. */
  | { do: 'edit'; group: FilterGroup; key: string; leaf?: string }
  /** Changes the filter at once. */
  | { do: 'set'; change: (filter: FilterBody, now?: Date) => FilterBody }
  | { do: 'label'; of: Labelled }
  | { do: 'neverRan' }

/** One line of the menu of conditions. */
export interface Choice {
  id: string
  /** The heading it stands under. */
  section: string
  title: string
  note?: string
  /** More words by which it is found. */
  words?: string
  act: ChoiceAct
}

const common = 'Common'

function setting(path: BodyPath, value: unknown): ChoiceAct {
  return { do: 'set', change: (filter) => withValue(filter, path, value) }
}

/** Runs that began since a moment: with a start, for runs to come have only an expected one. */
function startedSince(id: string): ChoiceAct {
  const moment = relativeMoments.find((one) => one.id === id)
  return {
    do: 'set',
    change: (filter, now = new Date()) =>
      withValue(filter, ['flow_runs', 'start_time'], {
        after_: moment?.at(now),
        is_null_: false,
      }),
  }
}

function ranChoices(screen: FilterScreen): Choice[] {
  const title = screen === 'runs' ? 'Started' : 'Ran'
  const presets = [
    ['today', 'today'],
    ['day', 'in the last 24 hours'],
    ['week', 'in the last 7 days'],
    ['month', 'in the last 30 days'],
  ] as const
  return [
    ...presets.map(([id, words]) => ({
      id: `ran ${id}`,
      section: common,
      title: `${title} ${words}`,
      words: 'ran since start_time',
      act: startedSince(id),
    })),
    {
      id: 'ran since',
      section: common,
      title: `${title} since`,
      note: 'a date and time',
      words: 'ran since start_time',
      act: { do: 'edit', group: 'flow_runs', key: 'start_time', leaf: 'after_' },
    },
  ]
}

type Named = readonly [id: string, title: string, act: ChoiceAct]

function edit(group: FilterGroup, key: string, leaf: string): ChoiceAct {
  return { do: 'edit', group, key, leaf }
}

/** The one-click conditions that are of one screen only. */
const ofScreen: Readonly<Record<FilterScreen, readonly Named[]>> = {
  flows: [
    ['state', 'State of a run', edit('flow_runs', 'state', 'type.any_')],
    ['tag', 'Tag', edit('flows', 'tags', 'all_')],
    ['deployment', 'Deployment', edit('deployments', 'id', 'any_')],
    ['pool', 'Work pool', edit('work_pools', 'name', 'any_')],
    ['never', 'Never ran', { do: 'neverRan' }],
    ['no deployment', 'Without deployment', setting(['flows', 'deployment', 'is_null_'], true)],
  ],
  runs: [
    ['state', 'State', edit('flow_runs', 'state', 'type.any_')],
    ['flow', 'Flow', edit('flows', 'name', 'any_')],
    ['tag', 'Tag', edit('flow_runs', 'tags', 'any_')],
    ['deployment', 'Deployment', edit('flow_runs', 'deployment_id', 'any_')],
    ['pool', 'Work pool', edit('work_pools', 'name', 'any_')],
    ['never', 'Never started', setting(['flow_runs', 'start_time', 'is_null_'], true)],
    [
      'no deployment',
      'Without deployment',
      setting(['flow_runs', 'deployment_id', 'is_null_'], true),
    ],
  ],
  deployments: [
    ['state', 'State of a run', edit('flow_runs', 'state', 'type.any_')],
    ['flow', 'Flow', edit('flows', 'name', 'any_')],
    ['tag', 'Tag', edit('deployments', 'tags', 'any_')],
    ['pool', 'Work pool', edit('work_pools', 'name', 'any_')],
    ['paused', 'Paused', setting(['deployments', 'paused', 'eq_'], true)],
  ],
}

const labelTitles: Readonly<Record<Labelled, string>> = {
  flows: 'Label of the flow',
  flow_runs: 'Label of the flow run',
  deployments: 'Label of the deployment',
}

/** Only flows are asked for never having run: Prefect's filters have no such question. */
function commonChoices(screen: FilterScreen): Choice[] {
  const own = ownGroup[screen]
  const named = ofScreen[screen].map(([id, title, act]): Choice => {
    const note = act.do === 'neverRan' ? 'not part of Prefect’s JSON' : undefined
    return { id, section: common, title, act, ...(note ? { note } : {}) }
  })
  const noTags: Choice = {
    id: 'no tags',
    section: common,
    title: 'Without tags',
    act: setting([own, 'tags', 'is_null_'], true),
  }
  const label: Choice = {
    id: 'label',
    section: common,
    title: 'Label',
    note: 'not part of Prefect’s JSON',
    act: { do: 'label', of: own },
  }
  return [...named, noTags, label, ...ranChoices(screen)]
}

function groupChoices(screen: FilterScreen, group: FilterGroup): Choice[] {
  const { title: section, fields } = grammar[group]
  const join = joinWords[screen][group]
  const choices: Choice[] = fields.map((field) => ({
    id: `${group}.${field.key}`,
    section,
    title: field.title[0]?.toUpperCase() + field.title.slice(1),
    note: field.leaves.map((leaf) => leaf.title.toLowerCase()).join(', '),
    words: [group, field.key, ...field.leaves.flatMap((leaf) => leaf.path)].join(' '),
    act: { do: 'edit', group, key: field.key },
  }))
  if (!join) return choices
  const any: Choice = {
    id: `${group} any`,
    section,
    title: join.any[0]?.toUpperCase() + join.any.slice(1),
    note: 'at least one, whichever',
    words: `${group} exists empty`,
    act: { do: 'set', change: (filter) => ({ ...filter, [group]: filter[group] ?? {} }) },
  }
  return [...choices, any]
}

const labelChoices: readonly Choice[] = Object.entries(labelTitles).map(([of, title]) => ({
  id: `label ${of}`,
  section: 'Labels',
  title,
  note: 'not part of Prefect’s JSON',
  act: { do: 'label', of: of as Labelled },
}))

/** Every condition that a screen's filter can have: the common ones first. */
export function choicesOf(screen: FilterScreen): Choice[] {
  return [
    ...commonChoices(screen),
    ...groupsOf[screen].flatMap((group) => groupChoices(screen, group)),
    ...labelChoices,
  ]
}

/** The choices that have every typed word; those whose title has the text itself come first. */
export function matchingChoices(choices: readonly Choice[], text: string): Choice[] {
  const typed = text.trim().toLowerCase()
  const asked = typed.split(/\s+/).filter(Boolean)
  const found = choices.filter(({ section, title, note = '', words = '' }) => {
    const all = `${section} ${title} ${note} ${words}`.toLowerCase()
    return asked.every((word) => all.includes(word))
  })
  const isNamed = ({ title }: Choice): boolean => title.toLowerCase().includes(typed)
  return [...found.filter(isNamed), ...found.filter((choice) => !isNamed(choice))]
}
