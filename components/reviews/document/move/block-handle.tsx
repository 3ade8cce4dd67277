"use client";

import type { Editor } from "@tiptap/core";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import styles from "./block-handle.module.css";
import { blockAgain, blockOf, gapsOf, type Movable, moveTo, nextGap } from "./move-block.ts";

/** The block under the pointer. */
interface Held {
  block: Movable;
  top: number;
}
/** Where it would go. */
interface Drop {
  gap: number;
  top: number;
}

const LEAST_DRAG_PX = 4;
const EDGE_PX = 60;
const SCROLL_PX = 14;

const rectOf = (editor: Editor, pos: number): DOMRect | null => {
  const dom = editor.view.nodeDOM(pos);
  return dom instanceof HTMLElement ? dom.getBoundingClientRect() : null;
};

/** The gap that is nearest to a height on the screen. */
function nearest(editor: Editor, y: number): Drop | null {
  const { doc } = editor.state;
  let best: Drop | null = null;
  let pos = 0;
  const gaps = new Set(gapsOf(doc));
  for (let gap = 0; gap <= doc.childCount; gap++) {
    const [after, size] = [rectOf(editor, pos), doc.maybeChild(gap)?.nodeSize ?? 0];
    const before = gap > 0 ? rectOf(editor, pos - (doc.maybeChild(gap - 1)?.nodeSize ?? 0)) : null;
    const top = after?.top ?? before?.bottom;
    if (top !== undefined && gaps.has(gap) && (!best || Math.abs(top - y) < Math.abs(best.top - y)))
      best = { gap, top };
    pos += size;
  }
  return best;
}

interface BlockHandleProps {
  editor: Editor;
  /** Around the text and its margin. */
  frame: RefObject<HTMLElement | null>;
}

/** A grip next to the block under the pointer: drag it, or press it for a menu. The keys do the same at the caret. */
export function BlockHandle({ editor, frame }: BlockHandleProps) {
  const [held, setHeld] = useState<Held | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const [isOpen, setOpen] = useState(false);
  const start = useRef<number | null>(null);
  const isBusy = isOpen || drop !== null;

  useEffect(() => {
    const around = frame.current;
    if (!around) return;
    const find = (event: globalThis.PointerEvent) => {
      if (event.pointerType !== "mouse" || isBusy || start.current !== null) return;
      const { left, top } = around.getBoundingClientRect();
      const inText = editor.view.dom.getBoundingClientRect().left + 8;
      const hit = editor.view.posAtCoords({ left: Math.max(event.clientX, inText), top: event.clientY });
      const block = hit && editor.isEditable ? blockOf(editor.state, hit.inside >= 0 ? hit.inside : hit.pos) : null;
      const rect = block && rectOf(editor, block.pos);
      setHeld(block && rect && left >= 0 ? { block, top: rect.top - top } : null);
    };
    const leave = () => {
      if (!isBusy && start.current === null) setHeld(null);
    };
    around.addEventListener("pointermove", find);
    around.addEventListener("pointerleave", leave);
    return () => {
      around.removeEventListener("pointermove", find);
      around.removeEventListener("pointerleave", leave);
    };
  }, [editor, frame, isBusy]);

  // What others write moves it.
  useEffect(() => {
    const forget = () => {
      if (start.current === null) setHeld(null);
    };
    editor.on("update", forget);
    return () => void editor.off("update", forget);
  }, [editor]);

  const end = () => {
    start.current = null;
    setDrop(null);
  };
  useEffect(() => {
    if (drop === null) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      start.current = null;
      setDrop(null);
    };
    window.addEventListener("keydown", cancel, true);
    return () => window.removeEventListener("keydown", cancel, true);
  }, [drop]);

  const onPointerMove = (event: PointerEvent) => {
    if (start.current === null || !held || Math.abs(event.clientY - start.current) < LEAST_DRAG_PX) return;
    if (event.clientY < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
    if (event.clientY > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
    setDrop(nearest(editor, event.clientY));
  };
  const onPointerUp = () => {
    if (start.current === null) return;
    if (!drop) setOpen(true);
    const pos = held && drop ? blockAgain(editor.state, held.block) : null;
    const block = pos === null ? null : blockOf(editor.state, pos);
    if (block && drop) moveTo(editor, block, drop.gap);
    end();
  };
  const step = (by: -1 | 1) => {
    const gap = held && nextGap(held.block, by);
    if (held && gap !== null) moveTo(editor, held.block, gap);
  };
  if (!held) return null;
  const frameTop = frame.current?.getBoundingClientRect().top ?? 0;
  return (
    <>
      <div className={styles.handle} style={{ top: held.top }} data-dragging={drop ? "" : undefined}>
        <Menu
          open={isOpen}
          onOpenChange={setOpen}
          returnFocus={() => editor.view.focus()}
          trigger={
            <BareIconButton
              label="Move block"
              icon={<GripVertical size={16} />}
              tabIndex={-1}
              onPointerDown={(event) => {
                event.preventDefault();
                if (event.button !== 0) return;
                event.currentTarget.setPointerCapture(event.pointerId);
                start.current = event.clientY;
              }}
              onPointerMove={onPointerMove}
              onPointerUp={onPointerUp}
              onPointerCancel={end}
            />
          }
        >
          <MenuItem
            icon={<ArrowUp size={16} />}
            keys="alt+shift+up"
            disabled={nextGap(held.block, -1) === null}
            onSelect={() => step(-1)}
          >
            Move up
          </MenuItem>
          <MenuItem
            icon={<ArrowDown size={16} />}
            keys="alt+shift+down"
            disabled={nextGap(held.block, 1) === null}
            onSelect={() => step(1)}
          >
            Move down
          </MenuItem>
        </Menu>
      </div>
      {drop ? <div className={styles.line} style={{ top: drop.top - frameTop }} aria-hidden="true" /> : null}
    </>
  );
}
