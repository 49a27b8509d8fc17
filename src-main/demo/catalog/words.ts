import type { DemoRandom } from '../random.ts'

const adjectives =
  'amber astute brisk calm clever cobalt crimson dapper eager faithful gentle golden honest ' +
  'humble ivory jolly keen lively magnetic mellow nimble olive patient proud quick quiet russet ' +
  'serene silver sturdy tidy topaz upbeat vivid warm wise'
const animals =
  'ant badger beaver bison cat condor crane deer dolphin eagle falcon finch fox gecko goose hare ' +
  'heron ibex jackal koala lark lemur lynx marten mole moose newt otter owl panda puffin quail ' +
  'raven seal stork swan tapir viper walrus yak'
const firstWords = adjectives.split(' ')
const secondWords = animals.split(' ')

/** A name such as Prefect gives to a flow run. */
export function runName(random: DemoRandom): string {
  const first = firstWords[random.int(0, firstWords.length - 1)]
  const second = secondWords[random.int(0, secondWords.length - 1)]
  return `${first}-${second}`
}
