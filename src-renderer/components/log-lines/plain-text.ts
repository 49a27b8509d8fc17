/** What a terminal takes as a command: `ESC [ … m` and its like, `ESC ] … BEL`, `ESC` and one more. */
const commands = new RegExp(
  [
    String.raw`\u001b\[[0-?]*[ -/]*[@-~]`,
    String.raw`\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)`,
    String.raw`\u001b[ -/]*[0-~]`,
    String.raw`\u009b[0-?]*[ -/]*[@-~]`,
  ].join('|'),
  'g',
)

/** Other control characters; tab and line feed stay. */
const controls = new RegExp(String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]`, 'g')

/** A log message without what was meant for a terminal: colours, cursor moves, carriage returns. */
export function plainText(message: string): string {
  return message
    .replace(commands, '')
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(/\n+$/, '')
}
