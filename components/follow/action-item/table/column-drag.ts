import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

type OnMove = (name: string, to: string, isAfter: boolean) => void;

const nameOf = (head: HTMLElement) => head.dataset.column ?? "";

/** Lets the heads of columns be dragged before or after each other. Returns what ends it. */
export const dragColumns = (heads: readonly HTMLElement[], onMove: OnMove): (() => void) =>
  combine(...heads.flatMap((head) => [dragged(head), target(head, onMove)]));

const dragged = (head: HTMLElement) =>
  draggable({
    element: head,
    dragHandle: head.querySelector("span") ?? head,
    getInitialData: () => ({ column: nameOf(head) }),
  });

function target(head: HTMLElement, onMove: OnMove) {
  const isAfter = (clientX: number) => {
    const { left, width } = head.getBoundingClientRect();
    return clientX > left + width / 2;
  };
  const leave = () => head.removeAttribute("data-drop");
  return dropTargetForElements({
    element: head,
    canDrop: ({ source }) => "column" in source.data && source.data.column !== nameOf(head),
    onDrag: ({ location }) => {
      head.dataset.drop = isAfter(location.current.input.clientX) ? "after" : "before";
    },
    onDragLeave: leave,
    onDrop: ({ source, location }) => {
      leave();
      onMove(String(source.data.column), nameOf(head), isAfter(location.current.input.clientX));
    },
  });
}
