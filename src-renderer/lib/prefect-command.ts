/** A word as every POSIX shell takes it. */
function shellWord(text: string): string {
  return /^[\w./:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** Commands of Prefect 3.9's `prefect`, to be pasted into a shell. */
export const prefectCommand = {
  inspectFlowRun: (id: string): string => `prefect flow-run inspect ${shellWord(id)}`,
  flowRunLogs: (id: string): string => `prefect flow-run logs ${shellWord(id)}`,
  /** By its flow's name and its own. */
  inspectDeployment: (flow: string, name: string): string =>
    `prefect deployment inspect ${shellWord(`${flow}/${name}`)}`,
  runDeployment: (flow: string, name: string): string =>
    `prefect deployment run ${shellWord(`${flow}/${name}`)}`,
}
