// Functions that run in the page. Each is sent there by its source, so it uses nothing from outside.

/**
 * Before anything loads: types one letter as soon as the text can be edited, and notes when it is painted. A binding may
 * draw the text once more after it can be edited, which loses what was typed before: then the letter is typed again.
 */
export function typeAtOnce({ mark, againMs }) {
  const afterPaint = (run) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(0);
    });
  const lineOf = () =>
    [...document.querySelectorAll('.ProseMirror[contenteditable="true"] p')].find((one) =>
      one.textContent.includes(mark),
    );
  const lettersOf = (line) => line.textContent.match(/q/g)?.length ?? 0;
  let before = null;
  let typedAt = null;
  const note = () => {
    const line = lineOf();
    if (before === null || !line) return;
    const isThere = lettersOf(line) > before;
    if (!isThere) window.typedMs = undefined;
    if (!isThere || window.typedMs !== undefined) return;
    window.typedMs = null;
    afterPaint(() => {
      if (window.typedMs === null) Object.assign(window, { typedMs: performance.now(), lettersBefore: before });
    });
  };
  const observer = new MutationObserver(note);
  setInterval(() => {
    const line = lineOf();
    if (!line || (before !== null && lettersOf(line) > before)) return;
    if (typedAt !== null && performance.now() - typedAt < againMs) return;
    if (before === null) observer.observe(document, { characterData: true, childList: true, subtree: true });
    before ??= lettersOf(line);
    typedAt = performance.now();
    line.closest(".ProseMirror").focus();
    getSelection().selectAllChildren(line);
    getSelection().collapseToEnd();
    document.execCommand("insertText", false, "q");
    note();
  }, 4);
}

/** Whether the editor has kept the first letter for this long. It can have been typed into the text that came with the page. */
export function isLetterKept({ mark, keptMs }) {
  if (typeof window.typedMs !== "number" || performance.now() - window.typedMs < keptMs) return false;
  const lines = document.querySelectorAll('.ProseMirror[contenteditable="true"]:not([data-served-text]) p');
  const line = [...lines].find((one) => one.textContent.includes(mark));
  return (line?.textContent.match(/q/g)?.length ?? 0) > window.lettersBefore;
}

/** Before anything loads: notes when the last paragraph of a static page is painted. */
export function noteLast() {
  const timer = setInterval(() => {
    if (!document.querySelector("#last")) return;
    clearInterval(timer);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Object.assign(window, { typedMs: performance.now() });
      port2.postMessage(0);
    });
  }, 4);
}

/**
 * Puts the caret at the end of the marked paragraph. Returns whether the editor has it there: an editor hears of a moved
 * caret in a later task, and a colleague's caret that arrives before puts it back.
 */
export function placeCaret(mark) {
  const editor = document.querySelector(".ProseMirror");
  const { $from, empty } = editor.editor.state.selection;
  const isThere = empty && $from.parent.textContent.includes(mark) && $from.pos === $from.end();
  if (isThere && document.activeElement === editor) return true;
  const line = [...document.querySelectorAll(".ProseMirror p")].find((one) => one.textContent.includes(mark));
  line.scrollIntoView({ block: "center" });
  editor.focus();
  getSelection().selectAllChildren(line);
  getSelection().collapseToEnd();
  return false;
}

/** Notes when keys go down, and when each letter of the marked paragraph is painted. Moments since 1970, in ms. */
export function watchLetters(mark) {
  const now = () => performance.timeOrigin + performance.now();
  const lineOf = () => [...document.querySelectorAll(".ProseMirror p")].find((one) => one.textContent.includes(mark));
  // The names at other people's carets are in the text of the line.
  const typed = () => lineOf()?.textContent.match(/x/g)?.length ?? 0;
  const letters = { down: [], painted: [] };
  let seen = typed();
  addEventListener("keydown", () => letters.down.push(now()), true);
  new MutationObserver(() => {
    for (const count = typed(); seen < count; seen++)
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => letters.painted.push(now());
        port2.postMessage(0);
      });
  }).observe(document.querySelector(".ProseMirror"), { characterData: true, childList: true, subtree: true });
  Object.assign(window, { letters });
}

/** For a message: how many keys and paints there were, where the caret is, and where typed letters are. */
export function whereLettersWent() {
  const { down, painted } = window.letters;
  const editor = document.querySelector(".ProseMirror");
  const { $from } = editor.editor.state.selection;
  const runs = editor.textContent.match(/.{20}x{3,}/g) ?? [];
  const caret = `${$from.parent.textContent.slice(0, 20)} at ${$from.parentOffset}`;
  return { down: down.length, painted: painted.length, isFocused: document.hasFocus(), caret, runs };
}

/** For a message: whether the page is in view, its editors, the marked paragraph and the caret. */
export function whatIsShown(mark) {
  const editors = [...document.querySelectorAll(".ProseMirror")].map((one) => one.getAttribute("contenteditable"));
  const line = [...document.querySelectorAll(".ProseMirror p")].find((one) => one.textContent.includes(mark));
  const { $from } = document.querySelector(".ProseMirror")?.editor?.state.selection ?? {};
  const caret = $from && `${$from.parent.textContent.slice(-20)} at ${$from.parentOffset}`;
  const active = document.activeElement?.className;
  const { visibilityState, readyState } = document;
  const isFocused = document.hasFocus();
  return { visibilityState, isFocused, readyState, editors, active, caret, line: line?.innerHTML.slice(-200) };
}

/** Pastes HTML at the caret. */
export function paste(html) {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  document.querySelector(".ProseMirror").dispatchEvent(event);
}
