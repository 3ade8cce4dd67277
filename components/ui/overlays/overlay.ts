import { cx } from "../cx.ts";
import overlay from "../overlay.module.css";
import menu from "./menu.module.css";
import popover from "./popover.module.css";

/** Content of an overlay: text, a list to choose from, or a form in one of two widths. */
export type OverlayRoom = "text" | "list" | "form" | "wide-form";

const ROOM: Record<OverlayRoom, string | undefined> = {
  text: popover.text,
  list: menu.menu,
  form: popover.form,
  "wide-form": cx(popover.form, popover.wide),
};

/**
 * Returns the classes of a surface above the page, for what can't be a `Popover` or a `Menu`. It has no padding for
 * null.
 */
export function overlayClass(room: OverlayRoom | null, more?: string | undefined): string {
  return cx(overlay.surface, overlay.above, room && ROOM[room], more);
}
