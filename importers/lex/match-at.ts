/** Returns what a sticky pattern matches exactly at `pos`. */
export function at(pattern: RegExp, text: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(text);
}
