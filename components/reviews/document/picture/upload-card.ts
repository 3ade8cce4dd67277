import { buttonClass } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { newId } from "#components/ui/new-id.ts";
import styles from "./upload-card.module.css";

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  fields: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), fields);
}

function button(label: string, onclick: () => void): HTMLButtonElement {
  return element("button", { type: "button", className: buttonClass(), textContent: label, onclick });
}

const PREVIEW_PX = 240;

/** A small copy of the picture, empty if the browser can't read it. */
function previewOf(file: File): HTMLCanvasElement {
  const canvas = element("canvas", { width: PREVIEW_PX, height: PREVIEW_PX / 2 });
  const draw = (picture: ImageBitmap) => {
    Object.assign(canvas, { width: picture.width, height: picture.height });
    canvas.getContext("2d")?.drawImage(picture, 0, 0);
    picture.close();
  };
  createImageBitmap(file, { resizeWidth: PREVIEW_PX }).then(draw, () => undefined);
  return canvas;
}

/**
 * The card of a picture while it is being stored. Only the person who adds it sees it. Drawn without React, because
 * ProseMirror keeps the element of a widget while the text around it changes.
 */
export class UploadCard {
  readonly id = newId();
  readonly dom: HTMLElement;
  readonly #words = element("p", { role: "status" });
  readonly #bar = element("progress", { max: 1, value: 0 });
  readonly #buttons = element("div", { className: cx(styles.buttons) });
  readonly #name: string;

  /** `picture`: a file, or an address on another site. */
  constructor(picture: File | string) {
    const isElsewhere = typeof picture === "string";
    const name = isElsewhere ? `Picture from ${new URL(picture).hostname}` : picture.name;
    this.#name = name;
    this.dom = element("div", { className: cx(styles.card), contentEditable: "false" });
    this.dom.setAttribute("role", "group");
    this.dom.setAttribute("aria-label", isElsewhere ? name : `Picture ${name}`);
    this.#bar.setAttribute("aria-label", `Adding ${name}`);
    const about = element("div", { className: cx(styles.about) });
    about.append(this.#words, this.#bar, this.#buttons);
    this.dom.append(...(isElsewhere ? [] : [previewOf(picture)]), about);
  }

  showSending(cancel: () => void): void {
    this.#words.textContent = `Adding ${this.#name}…`;
    this.#bar.hidden = false;
    this.showProgress(0);
    this.#buttons.replaceChildren(button("Cancel", cancel));
  }

  showProgress(share: number): void {
    this.#bar.value = share;
  }

  showProblem(problem: string, again: () => void, remove: () => void): void {
    this.#words.textContent = `${this.#name} wasn't added. ${problem.replace(/\.?$/, ".")}`;
    this.#bar.hidden = true;
    this.#buttons.replaceChildren(button("Try again", again), button("Remove", remove));
  }
}
