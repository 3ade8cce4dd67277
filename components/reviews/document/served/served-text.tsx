"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { cx } from "#components/ui/cx.ts";
import type { SentText } from "#lib/document/given-text.ts";
import { TEXT_BOX } from "../editor-surface.tsx";
import { servedHtml } from "./served-html.ts";
import styles from "./served-text.module.css";

/** The text in the first HTML of a page. `html` is only known on the server: the browser leaves what is there. */
export interface Served {
  html: string;
  isEditable: boolean;
}

/** The text that the first HTML of this page has, until it is set to null. Null if there is none. */
export function useServed(reviewKey: string, documentId: string) {
  const client = useQueryClient();
  return useState((): Served | null => {
    const sent = client.getQueryData<SentText>(reads.review.text(reviewKey).queryKey);
    const isEditable = sent ? !sent.readOnly : false;
    // Written like this, the script of the browser doesn't have what makes HTML.
    if (typeof window !== "undefined")
      return document.querySelector("[data-served-text]") ? { html: "", isEditable } : null;
    const html = servedHtml(sent, documentId);
    return html === "" ? null : { html, isEditable };
  });
}

/** The text of a review as it came with the page. People read it, and type into it, until the editor takes it over. */
export function ServedText({ served: { html, isEditable }, mayWrite }: { served: Served; mayWrite: boolean }) {
  return (
    <div
      {...TEXT_BOX}
      className={cx("tiptap ProseMirror document-text", styles.text)}
      data-served-text
      contentEditable={isEditable && mayWrite}
      suppressContentEditableWarning
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
