import { api } from "#components/base/api/client.ts";
import { problemOf } from "#components/base/api/problem.ts";
import { sendForm } from "#components/base/api/send-form.ts";
import { askToSignIn } from "#components/base/api/signed-out.ts";
import { isPictureType } from "#lib/base/vocabulary/picture-type.ts";
import type { StoredPicture } from "#lib/contract/picture.ts";
import { PICTURE_LIMIT_BYTES } from "#lib/reviews/picture/picture-sizes.ts";

/** Returns why a file can't become a picture, or null. The server looks at its bytes too. */
export function refusalOf({ name, size, type }: File): string | null {
  if (size === 0) return `${name} is empty. Choose another file.`;
  if (type === "image/svg+xml") return `${name} is an SVG file, which can contain scripts. Save it as PNG.`;
  if (!isPictureType(type))
    return `${name} isn't a picture that a text can show. Save it as PNG or JPEG, or attach it to the incident as evidence.`;
  if (size > PICTURE_LIMIT_BYTES)
    return `${name} is too large. The limit for pictures is ${PICTURE_LIMIT_BYTES / 1024 / 1024} MB.`;
  return null;
}

const NO_ANSWER = "No response from the server.";

/** Rejects with an Error whose message is a sentence for the person. */
function refuse(error: unknown): never {
  const problem = problemOf(error);
  if (!problem) throw new Error(NO_ANSWER);
  if (problem.code === "unauthenticated") {
    askToSignIn();
    throw new Error("You're signed out. Sign in, then try again.");
  }
  throw new Error(problem.fields?.[0]?.message ?? problem.detail ?? problem.title);
}

/** Sends a picture to its review and reports the sent share, from 0 to 1. */
export function sendPicture(reviewKey: string, file: File, onProgress: (share: number) => void) {
  const form = new FormData();
  form.append("file", file);
  const { done, cancel } = sendForm<StoredPicture>(`/reviews/${reviewKey}/pictures`, form, onProgress);
  return { done: done.catch(refuse), cancel };
}

/** Has the server read a picture from another site, and store it with the review. */
export function fetchPicture(reviewKey: string, url: string) {
  const waits = new AbortController();
  const done = api.picture.fetch({ key: reviewKey, url }, { signal: waits.signal });
  return { done: done.catch(refuse), cancel: () => waits.abort() };
}
