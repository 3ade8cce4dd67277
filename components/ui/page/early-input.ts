type Step = HTMLElement | KeyboardEventInit;
type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Input before the page could answer. `typed` has the text of each field, and still changes until `end`. */
interface EarlyInput {
  steps: readonly Step[];
  typed: Map<TextField, string>;
  end: () => void;
}

declare global {
  interface Window {
    /** Ends the remembering of presses, and passes on what a person pressed and typed before the page could answer. */
    takeEarlyInput?: ((ready: (early: EarlyInput) => void) => void) | undefined;
  }
}

/**
 * Remembers the last press of a button, or the last keys, until the scripts of the page have come, and the texts typed
 * into fields. Links, and forms with an address of their own, work without scripts and are left alone. It is sent as
 * text in the page, so it uses nothing from outside.
 */
export function rememberEarlyInput(): void {
  const PAUSE_MS = 1200;
  const ON_BUTTON = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "pointercancel"];
  const FIELDS = "input,textarea,select,[contenteditable],[role=textbox],[role=combobox],[role=listbox],[role=menu]";
  let steps: Step[] = [];
  let pressed: Element | null = null;
  let keyAt = 0;
  let ready: ((early: EarlyInput) => void) | null = null;
  const typed = new Map<TextField, string>();

  function finish() {
    pressed = null;
    if (!ready) return;
    for (const type of ON_BUTTON) window.removeEventListener(type, onPress, true);
    window.removeEventListener("keydown", onKey, true);
    window.removeEventListener("submit", onSubmit, true);
    ready({ steps, typed, end: () => window.removeEventListener("input", onInput, true) });
  }

  function onInput({ target }: Event) {
    const isText = target instanceof HTMLInputElement && !/^(checkbox|radio|file|range)$/.test(target.type);
    if (isText || target instanceof HTMLTextAreaElement) typed.set(target, target.value);
  }

  // The page never sees an event that is remembered: React could wake up for it, and would handle it too.
  function keep(event: Event, kept: Step[]) {
    event.preventDefault();
    event.stopImmediatePropagation();
    steps = kept;
  }

  function buttonOf(target: EventTarget | null) {
    const found = target instanceof Element ? target.closest<HTMLElement>("a[href],button,[role=button]") : null;
    const isNative =
      found?.matches("a[href]") ||
      (found instanceof HTMLButtonElement && found.type === "submit" && found.form?.hasAttribute("action"));
    return isNative ? null : found;
  }

  function onPress(event: Event) {
    if (event instanceof MouseEvent && event.button !== 0) return;
    const button = buttonOf(event.target);
    if (event.type === "pointerdown") {
      pressed = button;
      steps = [];
    }
    if (event.type === "pointerup" || event.type === "pointercancel") setTimeout(() => pressed && finish(), 50);
    if (event.type === "click" && button) {
      keep(event, [button]);
      finish();
    } else if (button) event.stopImmediatePropagation();
  }

  function onKey(event: KeyboardEvent) {
    const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
    const isShortcut = ctrlKey || metaKey ? key.toLowerCase() === "k" && !shiftKey : key.length === 1 && key !== " ";
    const isField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
    if (key === "Escape" || isField) steps = [];
    if (!isShortcut || isField || altKey || event.isComposing) return;
    const before = event.timeStamp - keyAt > PAUSE_MS ? [] : steps.filter((step) => !(step instanceof HTMLElement));
    keyAt = event.timeStamp;
    const isSame = before.some((step, at) => at === before.length - 1 && "key" in step && step.key === key);
    const pressedKey = { key, code, shiftKey, ctrlKey, metaKey, bubbles: true, cancelable: true };
    keep(event, isSame ? before : [...before, pressedKey]);
  }

  function onSubmit(event: Event) {
    if (event.target instanceof HTMLFormElement && !event.target.hasAttribute("action")) keep(event, [event.target]);
  }

  for (const type of ON_BUTTON) window.addEventListener(type, onPress, true);
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("submit", onSubmit, true);
  window.addEventListener("input", onInput, true);
  window.takeEarlyInput = (take) => {
    ready = take;
    if (!pressed) finish();
  };
}

const PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
const ASK_MS = 50;

/** React lets no event reach an element before that part of the page answers. This one changes nothing. */
function answers(element: Element): boolean {
  let reached = false;
  const listen = () => {
    reached = true;
  };
  element.addEventListener("keyup", listen);
  element.dispatchEvent(new KeyboardEvent("keyup"));
  element.removeEventListener("keyup", listen);
  return reached;
}

function press(button: HTMLElement): void {
  const init = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1 };
  const { x, y, width, height } = button.getBoundingClientRect();
  const place = { clientX: x + width / 2, clientY: y + height / 2 };
  for (const type of PRESS)
    button.dispatchEvent(
      type.startsWith("pointer")
        ? new PointerEvent(type, { ...init, ...place, pointerId: 1, pointerType: "mouse", isPrimary: true })
        : new MouseEvent(type, { ...init, ...place }),
    );
}

function replay(steps: readonly Step[]): void {
  for (const step of steps) {
    if (step instanceof HTMLFormElement) step.requestSubmit();
    else if (step instanceof HTMLElement) press(step);
    else (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", step));
  }
}

/** The page hears of an early text only when it changes once more. */
function typeAgain(field: TextField, text: string): void {
  const caret = field.selectionStart;
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  const write = Object.getOwnPropertyDescriptor(prototype, "value")?.set;
  for (const value of ["", text]) {
    write?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (caret !== null) field.setSelectionRange(caret, caret);
}

/** Without this, the next change of a form empties the fields that were typed into before the page could answer. */
function keepTyped({ typed, end }: EarlyInput): void {
  for (const [field, text] of typed) {
    if (field.isConnected && !answers(field)) continue;
    if (field.isConnected && text !== "") typeAgain(field, text);
    typed.delete(field);
  }
  if (typed.size > 0) setTimeout(() => keepTyped({ steps: [], typed, end }), ASK_MS);
  else end();
}

/**
 * Does what a person asked for before the page could answer, once it can. Another press drops it, and so does a button
 * that has left the page. Returns a function that stops it.
 */
export function answerEarlyInput(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    for (const type of ["pointerdown", "keydown"]) window.removeEventListener(type, stop, true);
  };
  window.takeEarlyInput?.((early) => {
    const { steps } = early;
    const [first] = steps;
    setTimeout(() => keepTyped(early));
    if (!first) return;
    const element = first instanceof HTMLElement ? first : document.body;
    const attempt = () => {
      if (!element.isConnected) return stop();
      if (!answers(element)) {
        timer = setTimeout(attempt, ASK_MS);
        return;
      }
      stop();
      replay(steps);
    };
    for (const type of ["pointerdown", "keydown"]) window.addEventListener(type, stop, true);
    timer = setTimeout(attempt); // outside of the effect of React that calls this
  });
  window.takeEarlyInput = undefined;
  return stop;
}
