"use client";

import { createContentComponent, type Editor } from "@tiptap/react";
import { useLayoutEffect, useRef, useSyncExternalStore } from "react";

/** Attributes of the text, in the editor and as it came with its page. */
export const TEXT_BOX = { role: "textbox", "aria-multiline": "true", "aria-label": "Review text" } as const;

type Views = ReturnType<typeof createContentComponent>;
/** An editor with the fields that the library's own component sets. */
type Hosted = Editor & { contentComponent: Views | null; isEditorContentInitialized?: boolean };

/**
 * Gives a new editor the place for its React views before it draws its text. The library's own component gives it only
 * afterwards, which draws the whole text twice. Pass it as `onBeforeCreate`.
 */
export function prepareViews({ editor }: { editor: Editor }): void {
  (editor as Hosted).contentComponent = createContentComponent();
}

/** Shows an editor that was made with `prepareViews`, and its React views. */
export function EditorSurface({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const hosted = editor as Hosted;
    const move = (element: HTMLElement) => {
      if (editor.isDestroyed) return;
      element.append(editor.view.dom);
      editor.setOptions({ element });
    };
    if (place.current) move(place.current);
    hosted.isEditorContentInitialized = true;
    return () => {
      hosted.isEditorContentInitialized = false;
      move(document.createElement("div"));
    };
  }, [editor]);
  const { contentComponent } = editor as Hosted;
  return (
    <>
      <div ref={place} />
      {contentComponent ? <ReactViews views={contentComponent} /> : null}
    </>
  );
}

function ReactViews({ views }: { views: Views }) {
  const drawn = useSyncExternalStore(views.subscribe, views.getSnapshot, views.getServerSnapshot);
  return Object.values(drawn);
}
