import { backendBed } from './backend-bed.ts'

// A program of its own, so that it can be run without a test's privileges: opens a database, asks,
// and writes what it was told. Arguments: the worker's file, the database.

const [workerFile = '', path = ''] = process.argv.slice(2)
const bed = backendBed(workerFile)
const state = await bed.open(path)
const answers = {
  state,
  read: await bed.ask('flows.readFlows', {}),
  count: await bed.ask('flows.countFlows', {}),
  write: await bed.ask('flows.createFlow', { name: 'written' }),
}
await bed.close()
process.stdout.write(JSON.stringify(answers))
