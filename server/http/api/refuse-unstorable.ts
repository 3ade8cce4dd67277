import { invalid } from "#lib/base/errors.ts";
import { isStorable } from "#lib/base/text/storable.ts";

/** Throws `invalid` for the first text in an input that no column can store, at any depth. */
export function refuseUnstorable(input: unknown): void {
  // An explicit stack, because the sender decides how deep an input is.
  const waiting: { value: unknown; path: string }[] = [{ value: input, path: "" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === "string") {
      if (!isStorable(value))
        throw invalid(
          path || "(body)",
          "contains a NUL or an incomplete character. Remove it, or send the text as a file",
        );
    } else if (value instanceof File) {
      waiting.push({ value: value.name, path: path === "" ? "filename" : path });
    } else if (typeof value === "object" && value !== null && !(value instanceof Blob)) {
      for (const [name, part] of Object.entries(value))
        waiting.push({ value: part, path: path === "" ? name : `${path}.${name}` });
    }
  }
}
