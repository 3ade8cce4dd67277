const STORAGE_KEY = "afterword.single-keys";
const CHANGED = "afterword:single-keys";

/** Returns whether keys without a modifier are active. On unless turned off in this browser. */
export function readSingleKeys(): boolean {
  return window.localStorage.getItem(STORAGE_KEY) !== "off";
}

/** Stores the choice in this browser and notifies every listener. */
export function writeSingleKeys(on: boolean): void {
  window.localStorage.setItem(STORAGE_KEY, on ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when single-letter keys are switched on or off, in any tab. Returns a function that stops it. */
export function subscribeSingleKeys(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}
