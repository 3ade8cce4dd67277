import { toastError } from "#components/ui/toast.tsx";
import { problemOf } from "./problem.ts";

const isSignedOut = (error: unknown): boolean => problemOf(error)?.code === "unauthenticated";

function signInAgain(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(`/signin?next=${encodeURIComponent(`${pathname}${search}${hash}`)}`);
}

/**
 * What a tab does when the server no longer knows who asks. A page that has nothing to show goes to sign in and comes
 * back; one that shows something stays, with all that was typed, and says so once.
 */
export function onSignedOut(): (error: unknown, hasSomethingToShow: boolean) => void {
  let isTold = false;
  return (error, hasSomethingToShow) => {
    if (!isSignedOut(error)) return;
    if (!hasSomethingToShow) return signInAgain();
    if (isTold) return;
    isTold = true;
    toastError("You are signed out. What you see may be out of date.", { label: "Sign in again", run: signInAgain });
  };
}
