import { describe, expect, test } from 'vitest'
import { groupsOf, type FilterBody, type FilterScreen } from './filter-body.ts'
import { bodyProblems } from './filter-body-problems.ts'
import { choicesOf, matchingChoices } from './filter-choices.ts'
import { fieldOf, grammar } from './filter-grammar.ts'

const screens: FilterScreen[] = ['flows', 'runs', 'deployments']
const now = new Date('2026-11-21T09:30:15.5Z')

function picked(screen: FilterScreen, title: string, filter: FilterBody = {}): FilterBody {
  const choice = choicesOf(screen).find((one) => one.title === title)
  if (choice?.act.do !== 'set') throw new Error(`${title} sets nothing`)
  return choice.act.change(filter, now)
}

describe.each(screens)('the choices of %s', (screen) => {
  test('reach every field of every filter object', () => {
    const edited = choicesOf(screen).flatMap(({ act }) =>
      act.do === 'edit' ? [`${act.group}.${act.key}`] : [],
    )
    const fields = groupsOf[screen].flatMap((group) =>
      grammar[group].fields.map(({ key }) => `${group}.${key}`),
    )
    expect([...new Set(edited)].toSorted()).toEqual(fields.toSorted())
  })

  test('set what Prefect takes, and open what there is', () => {
    for (const { act } of choicesOf(screen)) {
      if (act.do === 'set') expect(bodyProblems(act.change({}, now), groupsOf[screen])).toEqual([])
      if (act.do !== 'edit' || !act.leaf) continue
      const leaves = fieldOf(act.group, act.key)?.leaves.map(({ path }) => path.join('.'))
      expect(leaves).toContain(act.leaf)
    }
  })

  test('have names of their own', () => {
    const ids = choicesOf(screen).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('are found by Prefect’s own names', () => {
    const found = matchingChoices(choicesOf(screen), 'deployments not_any_')
    expect(found.map(({ id }) => id)).toEqual(['deployments.id'])
    expect(matchingChoices(choicesOf(screen), 'no such thing')).toEqual([])
  })
})

test('a title that has the typed text comes before other words of it', () => {
  const titles = matchingChoices(choicesOf('flows'), 'has a flow run').map(({ title }) => title)
  expect(titles[0]).toBe('Has a flow run')
  expect(titles.length).toBeGreaterThan(1)
})

test('ran since asks for a start, so that runs to come do not count', () => {
  expect(picked('flows', 'Ran in the last 24 hours')).toEqual({
    flow_runs: { start_time: { after_: '2026-11-20T09:30:15Z', is_null_: false } },
  })
})

test('what is asked already stays', () => {
  const filter = { flows: { name: { like_: 'a' } }, deployments: { paused: { eq_: true } } }
  expect(picked('flows', 'Without deployment', filter)).toEqual({
    ...filter,
    flows: { name: { like_: 'a' }, deployment: { is_null_: true } },
  })
  expect(picked('flows', 'Has a deployment', filter)).toEqual(filter)
  expect(picked('flows', 'Has a flow run', filter)).toEqual({ ...filter, flow_runs: {} })
})

test('flows that never ran are asked for beside Prefect’s filter, runs within it', () => {
  const acts = screens.map(
    (screen) => choicesOf(screen).find(({ id }) => id === 'never')?.act.do ?? null,
  )
  expect(acts).toEqual(['neverRan', 'set', null])
})
