import { contract } from '../../src-shared/contract/contract.ts'
import { models } from '../models/models.ts'
import { processPort } from './process-port.ts'
import { serveConnection } from './serve-connection.ts'

// Entry of a database process: one connection, every model.
serveConnection(processPort(), contract, models)
