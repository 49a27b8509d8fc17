import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError, type Fault } from '../../src-shared/errors/app-error.ts'

/** What the file system says of a file, before SQLite sees it. */
export interface FileCheck {
  /** In bytes. */
  size: number
  /** Device and number of the file, which tell it from another one of the same path. */
  identity: string
  /** Why it may only be read; null where it may be written. */
  readOnlyReason: string | null
}

/**
 * File system types (Linux `statfs`) whose files other systems write too: SQLite's locks and its
 * shared memory do not reach those.
 */
const networkTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P, a mount that another system writes'],
  [0x786f4256, 'a VirtualBox share'],
  [0x6a656a63, 'a virtual machine share'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x0bd00bd0, 'Lustre'],
  [0x65735546, 'FUSE'],
])

/** Names the network file system of a `statfs` type; null for a local one. */
export function networkFileSystem(type: number): string | null {
  return networkTypes.get(type >>> 0) ?? null
}

/**
 * Looks at a file without opening it.
 *
 * @throws `database_unavailable` for a file that is missing, a folder, empty, or may not be read.
 */
export async function checkFile(
  path: string,
  fileSystemType: (path: string) => Promise<number> = async (at) => (await statfs(at)).type,
): Promise<FileCheck> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreachable(error, path)
  })
  if (found.isDirectory()) {
    throw unavailable('folder', `${path} is a folder, not a database`)
  }
  if (found.size === 0) throw unavailable('empty', `${path} is empty`)
  if (!(await may(path, constants.R_OK))) {
    throw unavailable('forbidden', `${path} may not be read`)
  }
  const network = path.startsWith('\\\\')
    ? 'a network share'
    : networkFileSystem(await fileSystemType(path).catch(() => 0))
  return {
    size: found.size,
    identity: `${found.dev}:${found.ino}`,
    readOnlyReason: network === null ? await unwritable(path) : networkReason(network),
  }
}

function networkReason(network: string): string {
  return `The file lies on ${network}; SQLite's locks may not reach others there, so it is open for reading only`
}

function unavailable(fault: Fault, sentence: string): AppError {
  return new AppError('database_unavailable', sentence, { fault })
}

function unreachable({ code }: NodeJS.ErrnoException, path: string): AppError {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return unavailable('missing', `There is no file ${path}`)
  }
  if (code === 'EACCES') return unavailable('forbidden', `${path} may not be read`)
  return unavailable('unreachable', `${path} cannot be reached`)
}

async function unwritable(path: string): Promise<string | null> {
  if (!(await may(path, constants.W_OK)))
    return 'The file may not be written, so it is open for reading only'
  if (await may(dirname(path), constants.W_OK)) return null
  return 'The folder of the file may not be written, so it is open for reading only'
}

async function may(path: string, mode: number): Promise<boolean> {
  return await access(path, mode).then(
    () => true,
    () => false,
  )
}
