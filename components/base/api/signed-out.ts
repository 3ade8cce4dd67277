import { isTyping } from "#components/ui/keys/is-typing.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { isAnythingUnsaved } from "#components/ui/page/use-leave-warning.ts";
import { problemOf } from "./problem.ts";

const ASKED = "afterword:sign-in-asked";
const DONE = "afterword:signed-in";
const DECLINED = "afterword:sign-in-declined";

/** Asks the person to sign in again on this page, which keeps everything typed. False if no handler is mounted. */
export const askToSignIn = (): boolean => !window.dispatchEvent(new Event(ASKED, { cancelable: true }));

/** The answer to the last question, and when it was given, by the page's clock. */
let lastAnswer: { at: number; isBack: boolean } | null = null;

/** Reports to the parts of this page that the session is back. */
export function tellSignedIn(): void {
  lastAnswer = { at: performance.now(), isBack: true };
  closeNotice?.();
  closeNotice = null;
  window.dispatchEvent(new Event(DONE));
}

/** Reports to pending requests that no one is signing in now. The offer to sign in stays. */
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

/** Goes to the sign-in page, and returns from there. */
export function leaveToSignIn(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/signin?next=${encodeURIComponent(`${pathname}${search}${hash}`)}`);
}

/** Closes the open notice. Null while there is none. */
let closeNotice: (() => void) | null = null;

/** Shows that the session ended, with a way to sign in. It appears once, before every other notice. */
function say(): void {
  closeNotice?.();
  closeNotice = toastError("You're signed out. This page may be out of date.", {
    label: "Sign in again",
    run: askToSignIn,
  });
}

/** Returns whether leaving this page would lose something that a person has started. */
const hasStarted = (): boolean =>
  isTyping(document.activeElement) ||
  isAnythingUnsaved() ||
  document.querySelector('[role="dialog"]') !== null ||
  [...document.querySelectorAll("textarea")].some(({ value }) => value.trim() !== "");

/**
 * Called when a read was rejected. A page with nothing to show and nothing started goes to sign in. Any other page
 * stays.
 */
export function readRefused(error: unknown, hasSomethingToShow: boolean): void {
  if (!isSignedOut(error)) return;
  if (!hasSomethingToShow && !hasStarted()) leaveToSignIn();
  else if (closeNotice === null) say();
}

/** After a step, first says what wasn't saved. The offer to sign in is before it. */
const AFTER_MS = 400;

/** Whether the last key or press takes a step, even if the focus stays in a field. */
let hasStepped = false;

/** Tracks which keys take a step: Enter and the pointer do, while letters and Tab continue typing. */
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
 * Called when a step that started at `startedAt` was rejected. Offers to sign in to a person who has just taken it,
 * unless they are already typing in another field. An answer given since then also applies. Returns whether they have
 * signed in again, so the step can be repeated and nothing typed is lost.
 */
export async function signedInAgain(error: unknown, startedAt: number): Promise<boolean> {
  if (!isSignedOut(error)) return false;
  if (lastAnswer !== null && lastAnswer.at > startedAt) return lastAnswer.isBack;
  const isTheirs = navigator.userActivation.isActive && (hasStepped || !isTyping(document.activeElement));
  if (isTheirs && askToSignIn()) return answered();
  setTimeout(say, AFTER_MS);
  return false;
}

/** Resolves once the question is answered, true after a sign-in. */
function answered(): Promise<boolean> {
  return new Promise((resolve) => {
    const ends = [onSignedIn(() => end(true)), subscribe(DECLINED, () => end(false))];
    const end = (isBack: boolean) => {
      for (const stop of ends) stop();
      resolve(isBack);
    };
  });
}
