import { processPort } from '../database/process-port.ts'
import { serveConnection } from '../database/serve-connection.ts'
import { testContract } from './test-contract.ts'
import { testModels } from './test-models.ts'

// Entry of a database process like worker.ts, for the test contract.
serveConnection(processPort(), testContract, testModels)
