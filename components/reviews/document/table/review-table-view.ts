import { TableView } from "@tiptap/extension-table";
import type { Node as TextNode } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { LEAST_COLUMN_PX } from "./table-commands.ts";

/** A table in the editor. Below it is a place for its menu, and until it has the caret, a button that puts it there. */
export class ReviewTableView extends TableView {
  readonly #bar = document.createElement("div");

  constructor(node: TextNode, _least: number, view?: EditorView) {
    super(node, LEAST_COLUMN_PX);
    this.#bar.contentEditable = "false";
    this.#bar.className = "table-bar noprint";
    this.#bar.dataset.tableBar = "";
    // It also lets people scroll a wide table with keys.
    const enter = Object.assign(document.createElement("button"), { type: "button", textContent: "Edit table" });
    enter.addEventListener("click", () => {
      if (!view) return;
      const start = view.state.doc.resolve(view.posAtDOM(this.contentDOM, 0));
      view.dispatch(view.state.tr.setSelection(TextSelection.near(start)));
      view.focus();
    });
    this.#bar.append(enter);
    this.dom.append(this.#bar);
  }

  /** Events in the menu don't reach the text. */
  stopEvent({ target }: Event): boolean {
    return target instanceof Node && this.#bar.contains(target);
  }
}
