/** More files of folders than these aren't taken from one drop, and no more entries are looked at. */
const MOST_FILES = 500;
const MOST_ENTRIES = 10_000;

export interface FolderFiles {
  files: File[];
  /** A message about the folders. Null if all their files are here. */
  note: string | null;
}

/** Reads the files of dropped entries in the order of their names, with those in their folders that are wanted. */
export async function filesInFolders(
  entries: readonly FileSystemEntry[],
  isWanted: (name: string) => boolean,
  mostFiles = MOST_FILES,
): Promise<FolderFiles> {
  const files: File[] = [];
  const waiting = entries.toReversed();
  for (let seen = 0; seen < MOST_ENTRIES; seen += 1) {
    const entry = waiting.pop();
    if (!entry) return { files, note: files.length === 0 ? "No files in this folder can be read." : null };
    if (isFolder(entry)) {
      const inside = (await entriesIn(entry)).filter(
        ({ name, isDirectory }) => !name.startsWith(".") && (isDirectory || isWanted(name)),
      );
      waiting.push(...inside.sort(byName).reverse());
    } else if (files.length === mostFiles) break;
    else files.push(await fileOf(entry));
  }
  return {
    files,
    note: `Only the first ${files.length.toLocaleString("en")} files were added. Import them, then drop the others, or use a zip.`,
  };
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const byName = (one: FileSystemEntry, other: FileSystemEntry) =>
  one.name.localeCompare(other.name, "en", { numeric: true });

function fileOf(entry: FileSystemEntry): Promise<File> {
  return new Promise((resolve, reject) =>
    isFile(entry) ? entry.file(resolve, reject) : reject(new Error("neither a file nor a folder")),
  );
}

/** A browser gives them in parts, and an empty one at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  while (found.length <= MOST_ENTRIES) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) break;
    found.push(...part);
  }
  return found;
}
