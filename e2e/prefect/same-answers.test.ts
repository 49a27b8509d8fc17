import { describe, expect, test } from 'vitest'
import { answersBed } from './answers-bed.ts'
import { oddities } from './oddities.ts'
import { subjects, type Subject } from './subjects.ts'

const bed = answersBed()
const { flows } = subjects
const compounds = 450

/** What Prefect's models take and its REST does not: `null` for a whole filter or the limit. */
const unset = [...Object.keys(flows.grammar), 'limit'].map((key) => JSON.stringify({ [key]: null }))

describe('flows', () => {
  test('there is a history to ask about', () => {
    expect(bed.size(flows)).toBeGreaterThanOrEqual(40)
  })

  test('each condition alone finds the same flows, in the same order', async () => {
    const outcomes = await bed.agreed(flows, bed.questioner(flows).single(3))
    expect(outcomes.length).toBeGreaterThan(200)
    expect(bed.telling(flows, outcomes)).toBeGreaterThan(outcomes.length / 2)
  })

  test('a part that asks nothing, joined with or_, does the same', async () => {
    const outcomes = await bed.agreed(flows, bed.questioner(flows).pairs())
    expect(outcomes.length).toBeGreaterThan(300)
    expect(bed.telling(flows, outcomes)).toBeGreaterThan(20)
  })

  test('many conditions, nested and joined, find the same flows, in the same order', async () => {
    const questioner = bed.questioner(flows)
    const questions = Array.from({ length: compounds }, () => questioner.compound())
    const outcomes = await bed.agreed(flows, questions)
    expect(outcomes.every(({ count }) => count !== null)).toBe(true)
    expect(bed.telling(flows, outcomes)).toBeGreaterThan(outcomes.length / 3)
  })

  test('what Prefect refuses is refused, what it takes is taken, and means the same', async () => {
    const questions = oddities(flows.grammar).filter(
      (body) => !unset.includes(JSON.stringify(body)),
    )
    const outcomes = await bed.agreed(flows, questions)
    const refused = outcomes.filter(({ count }) => count === null).length
    expect(refused).toBeGreaterThan(1000)
    expect(outcomes.length - refused).toBeGreaterThan(500)
  })

  test('null for a whole filter or the limit means that it is not set', async () => {
    const { sluice } = bed.sides
    const all = await sluice.call('flows.readFlows', {})
    for (const body of unset) {
      expect(await sluice.call('flows.readFlows', JSON.parse(body))).toEqual(all)
    }
  })
})

const others = Object.entries(subjects).filter(([name]) => name !== 'flows')

describe.each<[string, Subject]>(others)('%s', (_name, subject) => {
  test('a whole list is the same, each row with all its fields', async () => {
    const sorts = Object.keys(subject.sorts).map((sort) => ({ sort }))
    await bed.agreed(subject, [{}, ...sorts])
    expect(bed.size(subject)).toBeGreaterThan(15)
  })

  test('some questions of many conditions find the same', async () => {
    const questioner = bed.questioner(subject)
    const questions = Array.from({ length: 60 }, () => questioner.compound())
    expect(await bed.agreed(subject, questions)).toHaveLength(60)
  })
})
