import { isTyping } from "#components/ui/keys/is-typing.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { isAnythingUnsaved } from "#components/ui/page/use-leave-warning.ts";
import { problemOf } from "./problem.ts";

const ASKED = "afterword:sign-in-asked";
const DONE = "afterword:signed-in";
const DECLINED = "afterword:sign-in-declined";

/** Asks who sits here to sign in again on this page, which keeps all that was typed. False where no one asks them. */
export const askToSignIn = (): boolean => !window.dispatchEvent(new Event(ASKED, { cancelable: true }));

/** What was said to the last question, and when, by the clock of the page. */
let lastAnswer: { at: number; isBack: boolean } | null = null;

/** Tells the parts of this page that the session is back. */
export function tellSignedIn(): void {
  lastAnswer = { at: performance.now(), isBack: true };
  closeNotice?.();
  closeNotice = null;
  window.dispatchEvent(new Event(DONE));
}

/** Tells pending requests that no one signs in now. The sign-in offer stays. */
export function tellDeclined(): void {
  lastAnswer = { at: performance.now(), isBack: false };
  window.dispatchEvent(new Event(DECLINED));
  setTimeout(say, AFTER_MS);
}

function subscribe(name: string, listener: (event: Event) => void): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}
export const onSignInAsked = (listener: () => void): (() => void) =>
  subscribe(ASKED, (event) => {
    event.preventDefault();
    listener();
  });
export const onSignedIn = (listener: () => void): (() => void) => subscribe(DONE, listener);

const isSignedOut = (error: unknown): boolean => problemOf(error)?.code === "unauthenticated";

/** Leaves for the sign-in page, and comes back from there. */
export function leaveToSignIn(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/signin?next=${encodeURIComponent(`${pathname}${search}${hash}`)}`);
}

/** Closes the open notice; null while there is none. */
let closeNotice: (() => void) | null = null;

/** Says that the session ended, with the way back in. It appears once, before every other notice. */
function say(): void {
  closeNotice?.();
  closeNotice = toastError("You're signed out. This page may be out of date.", {
    label: "Sign in again",
    run: askToSignIn,
  });
}

/** Whether leaving this page would lose something that a person has started. */
const isBegun = (): boolean =>
  isTyping(document.activeElement) ||
  isAnythingUnsaved() ||
  document.querySelector('[role="dialog"]') !== null ||
  [...document.querySelectorAll("textarea")].some(({ value }) => value.trim() !== "");

/** A read was refused. A page that has nothing to show and nothing started goes to sign in; every other one stays. */
export function readRefused(error: unknown, hasSomethingToShow: boolean): void {
  if (!isSignedOut(error)) return;
  if (!hasSomethingToShow && !isBegun()) leaveToSignIn();
  else if (closeNotice === null) say();
}

/** Anyone who took a step says first what was not saved; the way back in lies before it. */
const AFTER_MS = 400;

/** Whether the last key or press was one that takes a step, even where the focus stays in a field. */
let hasStepped = false;

/** Learns which keys take a step: Enter and the pointer do, letters and Tab continue writing. */
export function watchSteps(): () => void {
  const onKey = ({ key }: KeyboardEvent) => {
    hasStepped = key === "Enter";
  };
  const onPress = () => {
    hasStepped = true;
  };
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("pointerdown", onPress, true);
  return () => {
    window.removeEventListener("keydown", onKey, true);
    window.removeEventListener("pointerdown", onPress, true);
  };
}

/**
 * A step that started at `begunAt` was refused: anyone who has just taken it is asked at once, unless they already type
 * something else; what was answered since then applies to it too. Returns whether they have signed in again so that the
 * step can be taken once more and nothing typed is lost.
 */
export async function signedInAgain(error: unknown, begunAt: number): Promise<boolean> {
  if (!isSignedOut(error)) return false;
  if (lastAnswer !== null && lastAnswer.at > begunAt) return lastAnswer.isBack;
  const isTheirs = navigator.userActivation.isActive && (hasStepped || !isTyping(document.activeElement));
  if (isTheirs && askToSignIn()) return answered();
  setTimeout(say, AFTER_MS);
  return false;
}

/** Resolves once the question is answered: true when signed in. */
function answered(): Promise<boolean> {
  return new Promise((resolve) => {
    const ends = [onSignedIn(() => end(true)), subscribe(DECLINED, () => end(false))];
    const end = (isBack: boolean) => {
      for (const stop of ends) stop();
      resolve(isBack);
    };
  });
}
