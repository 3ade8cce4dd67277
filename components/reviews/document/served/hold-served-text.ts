/** A key in the served text that only the editor can answer, or something pasted. */
export type HeldInput =
  | { text: string }
  | { key: string; shiftKey?: boolean; mod?: boolean }
  | { html: string; pasted: string };

interface ServedInput {
  /** Lines as they came, once the person is in the text. */
  before: Map<Element, string>;
  held: HeldInput[];
  isComposing: boolean;
  /** Whether anything was typed that the editor doesn't have yet. */
  isChanged: () => boolean;
  /** Letters of an element, with U+FFFC for each atom. */
  textOf: (node: Node) => string;
}

declare global {
  interface Window {
    servedText?: ServedInput | undefined;
  }
}

/**
 * Lets people type into the lines of a text that came with its page, before its scripts have come. Everything that needs
 * the editor is held for it, with all that follows. Until it has them, the browser asks before it leaves the page. This is
 * sent as text in the page, so it uses nothing from outside.
 */
export function holdServedText(): void {
  const PLAIN =
    /^(insertText|insertCompositionText|insertReplacementText|delete(Content|Word)(Backward|Forward)|deleteByCut|history(Undo|Redo))$/;
  const KEYS: Record<string, HeldInput> = {
    insertParagraph: { key: "Enter" },
    insertLineBreak: { key: "Enter", shiftKey: true },
    deleteContentBackward: { key: "Backspace" },
    deleteContentForward: { key: "Delete" },
    deleteWordBackward: { key: "Backspace", mod: true },
    deleteWordForward: { key: "Delete", mod: true },
    formatBold: { key: "b", mod: true },
    formatItalic: { key: "i", mod: true },
    formatUnderline: { key: "u", mod: true },
  };
  const LINES = ":is(p,h1,h2,h3,h4,pre)[data-id]";
  const ATOM = "\uFFFC";
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof Element && node.matches("br,img,[contenteditable=false]")) return ATOM;
    return [...node.childNodes].map(textOf).join("");
  };
  const before = new Map<Element, string>();
  const held: HeldInput[] = [];
  const isChanged = () => held.length > 0 || [...before].some(([line, was]) => textOf(line) !== was);
  const input: ServedInput = { before, held, isComposing: false, isChanged, textOf };
  const rootOf = ({ target }: Event) => (target instanceof Element ? target.closest("[data-served-text]") : null);
  const blockOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest(LINES) ?? null;

  /** A change within the letters of one line, which the browser makes as the editor would. */
  function isPlain({ inputType, data }: InputEvent, [range]: StaticRange[]) {
    const block = range && blockOf(range.startContainer);
    if (held.length > 0 || !range || !block || block !== blockOf(range.endContainer) || !PLAIN.test(inputType))
      return false;
    // The editor opens its menus at these.
    if (inputType === "insertText" && (data === "/" || data === "@")) return false;
    const changed = document.createRange();
    changed.setStart(range.startContainer, range.startOffset);
    changed.setEnd(range.endContainer, range.endOffset);
    return !textOf(changed.cloneContents()).includes(ATOM);
  }

  function note(event: Event) {
    const root = rootOf(event);
    if (root && before.size === 0) for (const one of root.querySelectorAll(LINES)) before.set(one, textOf(one));
    return root;
  }

  function hold({ inputType, data, dataTransfer }: InputEvent) {
    const key = KEYS[inputType];
    if (inputType === "insertFromPaste" && dataTransfer)
      held.push({ html: dataTransfer.getData("text/html"), pasted: dataTransfer.getData("text/plain") });
    else if (inputType === "insertText" && data !== null) held.push({ text: data });
    else if (key) held.push(key);
  }

  document.addEventListener("focusin", note, true);
  document.addEventListener(
    "beforeinput",
    (event) => {
      if (!note(event) || isPlain(event, event.getTargetRanges())) return;
      event.preventDefault();
      hold(event);
    },
    true,
  );
  const compose = (event: Event) => {
    input.isComposing = event.type === "compositionstart" && rootOf(event) !== null;
  };
  for (const type of ["compositionstart", "compositionend"]) document.addEventListener(type, compose, true);
  window.addEventListener("beforeunload", (event) => {
    if (isChanged()) event.preventDefault();
  });
  // The page would follow a link itself, and no one would be asked. The browser then follows it.
  window.addEventListener(
    "click",
    (event) => {
      if (event.target instanceof Element && event.target.closest("a[href]") && isChanged())
        event.stopImmediatePropagation();
    },
    true,
  );
  window.servedText = input;
}
