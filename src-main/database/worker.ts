import { contract } from '../../src-shared/contract/contract.ts'
import { serveDemo } from '../demo/serve-demo.ts'
import { models } from '../models/models.ts'
import { processPort } from './process-port.ts'
import { serveConnection } from './serve-connection.ts'

// Entry of a database process: one connection, every model; or the writing of one demo.
const port = processPort()
serveConnection(port, contract, models)
serveDemo(port)
