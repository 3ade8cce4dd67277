const KB = 1024;

/** Returns bytes in words: "512 B", "186 kB", "2.4 MB". Rounds up, because a file over a limit mustn't look equal to it. */
export function sizeWords(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  if (bytes <= 999 * KB) return `${Math.ceil(bytes / KB)} kB`;
  return `${Math.ceil((bytes * 10) / KB / KB) / 10} MB`;
}
