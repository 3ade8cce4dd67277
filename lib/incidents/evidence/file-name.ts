export const FILE_NAME_LENGTH = 260;

/** The name that a file of evidence is kept under: without its folders, never empty, not too long. */
export function fileNameOf(path: string): string {
  const name = path.replace(/^.*[/\\]/s, "").trim();
  return name === "" ? "file" : name.slice(0, FILE_NAME_LENGTH);
}
