const STORAGE_KEY = "afterword.single-keys";
const CHANGED = "afterword:single-keys";

/** Whether keys without a modifier act on the page; on unless this browser switched them off. */
export function readSingleKeys(): boolean {
  return window.localStorage.getItem(STORAGE_KEY) !== "off";
}

/** Remembers the choice in this browser and tells every listener. */
export function writeSingleKeys(on: boolean): void {
  window.localStorage.setItem(STORAGE_KEY, on ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

export function subscribeSingleKeys(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}
