import { describe, expect, test } from 'vitest'
import { answersBed } from '../prefect/answers-bed.ts'
import { oddities } from '../prefect/oddities.ts'
import { subjects, type Subject } from '../prefect/subjects.ts'

const bed = answersBed()

/** How many questions each list is asked, and a part of them that at least must be telling. */
const amounts: Readonly<Record<keyof typeof subjects, number>> = {
  flows: 1000,
  flow_runs: 1000,
  deployments: 1000,
  task_runs: 300,
  logs: 300,
}
const tellingPart = 1 / 4

const cases = Object.entries(subjects).map(([name, subject]) => ({
  name,
  subject,
  amount: amounts[name as keyof typeof subjects],
}))

/** What Prefect's models take and its REST does not: `null` for a whole filter or the limit. */
function isUnset(subject: Subject, body: object): boolean {
  const keys = [...Object.keys(subject.grammar), 'limit']
  return keys.some((key) => JSON.stringify(body) === JSON.stringify({ [key]: null }))
}

describe.each(cases)('$name', ({ subject, amount }) => {
  test('the same rows, in the same order, and the same count', async () => {
    const questioner = bed.questioner(subject)
    const pairs = questioner.pairs()
    const nth = Math.ceil(pairs.length / (amount / 3))
    const questions = [
      ...questioner.single(2),
      ...pairs.filter((_question, index) => index % nth === 0),
    ]
    while (questions.length < amount) questions.push(questioner.compound())
    const outcomes = await bed.agreed(subject, questions)
    expect(outcomes.every(({ count }) => count !== null)).toBe(true)
    expect(bed.telling(subject, outcomes)).toBeGreaterThan(outcomes.length * tellingPart)
  })

  test('what Prefect refuses is refused, what it takes is taken, and means the same', async () => {
    const questions = oddities(subject.grammar).filter((body) => !isUnset(subject, body))
    const outcomes = await bed.agreed(subject, questions)
    const refused = outcomes.filter(({ count }) => count === null).length
    expect(refused).toBeGreaterThan(questions.length / 3)
    expect(outcomes.length - refused).toBeGreaterThan(questions.length / 6)
  })
})
