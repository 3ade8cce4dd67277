import { isTyping } from "#components/ui/keys/is-typing.ts";
import { toastError } from "#components/ui/toast.tsx";
import { isAnythingUnsaved } from "#components/ui/use-leave-warning.ts";
import { problemOf } from "./problem.ts";

const ASKED = "afterword:sign-in-asked";
const DONE = "afterword:signed-in";

/** Asks who sits here to sign in again on this page, which keeps all that was typed. */
export const askToSignIn = (): void => void window.dispatchEvent(new Event(ASKED));

/** Tells the parts of this page that the session is back. */
export function tellSignedIn(): void {
  closeNotice?.();
  closeNotice = null;
  window.dispatchEvent(new Event(DONE));
}

function subscribe(name: string, listener: () => void): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}
export const onSignInAsked = (listener: () => void): (() => void) => subscribe(ASKED, listener);
export const onSignedIn = (listener: () => void): (() => void) => subscribe(DONE, listener);

const isSignedOut = (error: unknown): boolean => problemOf(error)?.code === "unauthenticated";

/** Leaves for the sign-in page, and comes back from there. */
export function leaveToSignIn(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/signin?next=${encodeURIComponent(`${pathname}${search}${hash}`)}`);
}

/** Closes the notice that stands; null while none does. */
let closeNotice: (() => void) | null = null;

/** Says that the session ended, with the way back in. It stands once, before every other notice. */
function say(): void {
  closeNotice?.();
  closeNotice = toastError("You are signed out. What you see may be out of date.", {
    label: "Sign in again",
    run: askToSignIn,
  });
}

/** Whether leaving this page would lose something that a person has begun. */
const isBegun = (): boolean =>
  isTyping(document.activeElement) ||
  isAnythingUnsaved() ||
  document.querySelector('[role="dialog"]') !== null ||
  [...document.querySelectorAll("textarea")].some(({ value }) => value.trim() !== "");

/** A read was refused. A page that has nothing to show and nothing begun goes to sign in; every other one stays. */
export function readRefused(error: unknown, hasSomethingToShow: boolean): void {
  if (!isSignedOut(error)) return;
  if (!hasSomethingToShow && !isBegun()) leaveToSignIn();
  else if (closeNotice === null) say();
}

/** Whoever took a step says first what was not saved; the way back in lies before it. */
const AFTER_MS = 400;

/** A step was refused: whoever has just taken it is asked at once, unless they already type something else. */
export function stepRefused(error: unknown): void {
  if (!isSignedOut(error)) return;
  if (navigator.userActivation.isActive && !isTyping(document.activeElement)) askToSignIn();
  else setTimeout(say, AFTER_MS);
}
