import { askToSignIn } from "#components/base/api/signed-out.ts";
import type { StoredPicture } from "#lib/contract/picture.ts";
import { PICTURE_LIMIT_BYTES, PICTURE_TYPES } from "#lib/reviews/picture/picture-sizes.ts";

/** Returns why a file can't become a picture, or null. The server looks at its bytes too. */
export function refusalOf({ name, size, type }: File): string | null {
  if (size === 0) return `${name} is empty. Choose another file.`;
  if (type === "image/svg+xml") return `${name} is an SVG file, which can contain scripts. Save it as PNG.`;
  if (!PICTURE_TYPES.includes(type))
    return `${name} isn’t a picture that a text can show. Save it as PNG or JPEG, or attach it to the incident as evidence.`;
  if (size > PICTURE_LIMIT_BYTES)
    return `${name} is too large. The limit for pictures is ${PICTURE_LIMIT_BYTES / 1024 / 1024} MB.`;
  return null;
}

interface Sending {
  /** Rejects with an Error whose message is a sentence for the person. */
  done: Promise<StoredPicture>;
  cancel: () => void;
}

interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  fields?: { message: string }[];
}

const NO_ANSWER = "No response from the server.";

function readAnswer(request: XMLHttpRequest): StoredPicture {
  if (request.status === 200) return JSON.parse(request.responseText) as StoredPicture;
  const problem = JSON.parse(request.responseText || "{}") as Problem;
  if (problem.code === "unauthenticated") {
    askToSignIn();
    throw new Error("You’re signed out. Sign in, then try again.");
  }
  throw new Error(problem.fields?.[0]?.message ?? problem.detail ?? problem.title ?? NO_ANSWER);
}

/** Sends a picture to its review and reports the sent share, from 0 to 1. Only XMLHttpRequest knows it. */
export function sendPicture(reviewKey: string, file: File, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append("file", file);
  const done = new Promise<StoredPicture>((resolve, reject) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("error", () => reject(new Error(NO_ANSWER)));
    request.addEventListener("abort", () => reject(new Error("Cancelled.")));
    request.addEventListener("load", () => {
      try {
        resolve(readAnswer(request));
      } catch (error) {
        reject(error instanceof SyntaxError ? new Error(NO_ANSWER) : error);
      }
    });
  });
  request.open("POST", `/api/v1/reviews/${reviewKey}/pictures`);
  request.send(form);
  return { done, cancel: () => request.abort() };
}
