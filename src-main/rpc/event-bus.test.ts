import { expect, test } from 'vitest'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import { EventBus } from './event-bus.ts'

const event: BackendEvent = { kind: 'changed', topics: ['flow'], by: 'sluice' }

test('every listener hears an event until it leaves', () => {
  const bus = new EventBus()
  const heard: string[] = []
  const leave = bus.subscribe(() => heard.push('one'))
  bus.subscribe(() => heard.push('two'))
  bus.publish(event)
  leave()
  bus.publish(event)
  expect(heard).toEqual(['one', 'two', 'two'])
})

test('an event without listeners is lost', () => {
  const bus = new EventBus()
  bus.publish(event)
  const heard: BackendEvent[] = []
  bus.subscribe((later) => heard.push(later))
  expect(heard).toEqual([])
})

test('the audience is told of when its first listener comes and its last one goes', () => {
  const audience: boolean[] = []
  const bus = new EventBus((anybody) => audience.push(anybody))
  const one = bus.subscribe(() => {})
  const two = bus.subscribe(() => {})
  expect(audience).toEqual([true])
  one()
  one()
  expect(audience).toEqual([true])
  two()
  expect(audience).toEqual([true, false])
  bus.subscribe(() => {})
  expect(audience).toEqual([true, false, true])
})
