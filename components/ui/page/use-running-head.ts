"use client";

import { useEffect } from "react";

/** Returns a text as a CSS string. */
const quoted = (text: string) => `"${text.replace(/[\\"]/g, "\\$&").replace(/[\n\r\f]/g, " ")}"`;

type RunningHead = { title: string; audience: string; foot: string };

/**
 * Header and footer of each printed page while this page is open: the title from the second page on, the audience, and
 * when and by whom it was printed. A separate style sheet, because elements can't know which page they are on.
 */
export function useRunningHead({ title, audience, foot }: RunningHead): void {
  useEffect(() => {
    const font = `font: 8.5pt "Hanken Grotesk Variable", sans-serif; color: #444`;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      @page {
        @top-left { content: ${quoted(title)}; ${font} }
        @top-right { content: ${quoted(audience)}; ${font} }
        @bottom-left { content: ${quoted(foot)}; ${font} }
      }
      @page :first { @top-left { content: "Afterword"; } }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [title, audience, foot]);
}
