import { ORPCError } from "@orpc/client";
import { type ApiProblem, problemOf } from "./problem.ts";
import { signedInAgain } from "./signed-out.ts";

interface Sending<Answer> {
  done: Promise<Answer>;
  cancel: () => void;
}

/**
 * Sends a form with a file to the API, and reports the sent share, from 0 to 1. Only XMLHttpRequest knows it. Rejects as
 * a call of the API does.
 */
export function sendForm<Answer>(path: string, form: FormData, onProgress: (share: number) => void): Sending<Answer> {
  const request = new XMLHttpRequest();
  const done = new Promise<Answer>((resolve, reject) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("error", () => reject(new Error("No response from the server.")));
    request.addEventListener("abort", () => reject(new Error("Cancelled.")));
    request.addEventListener("load", () => {
      try {
        resolve(readAnswer<Answer>(request));
      } catch (error) {
        reject(error);
      }
    });
  });
  request.open("POST", `/api/v1${path}`);
  request.send(form);
  return { done, cancel: () => request.abort() };
}

/** Throws the problem of the server, or a SyntaxError for a response that isn't ours. */
function readAnswer<Answer>({ status, responseText }: XMLHttpRequest): Answer {
  const answer: unknown = JSON.parse(responseText);
  if (status === 200) return answer as Answer;
  const problem = answer as ApiProblem;
  throw new ORPCError(problem.code, { status, message: problem.title, data: problem });
}

export interface Upload {
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** The same as a person's step, which is sent once more if the person signs in again. `signal` cancels it. */
export async function sendFields<Answer>(
  path: string,
  fields: Readonly<Record<string, string | number | boolean | File | undefined>>,
  { onProgress, signal }: Upload,
): Promise<Answer> {
  const startedAt = performance.now();
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) form.append(name, value instanceof File ? value : String(value));
  const send = () => {
    signal.throwIfAborted();
    const { done, cancel } = sendForm<Answer>(path, form, onProgress);
    signal.addEventListener("abort", cancel);
    return done.finally(() => signal.removeEventListener("abort", cancel));
  };
  try {
    return await send();
  } catch (error) {
    if (problemOf(error) === null || !(await signedInAgain(error, startedAt))) throw error;
    return send();
  }
}
