import type { FieldValues, Path, UseFormSetError } from "react-hook-form";
import { problemOf, wordsOf } from "./problem.ts";

/** Puts an error where it belongs: under the fields it names, and the rest under the form as `root`. */
export function placeRefusal<Values extends FieldValues>(
  error: unknown,
  names: readonly Path<Values>[],
  setError: UseFormSetError<Values>,
): void {
  const fields = problemOf(error)?.fields ?? [];
  const placed = fields.flatMap(({ field, message }) => {
    const name = names.find((one) => one === field);
    return name ? [{ name, message }] : [];
  });
  for (const { name, message } of placed) {
    setError(name, { message: sentence(message) }, { shouldFocus: name === placed[0]?.name });
  }
  if (placed.length === 0) setError("root", { message: wordsOf(error) });
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
