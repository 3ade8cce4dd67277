/** Whether a text holds every typed word somewhere, in any order and case. Nothing typed is held by all. */
export function holdsWords(text: string, typed: string): boolean {
  const found = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => found.includes(word));
}
