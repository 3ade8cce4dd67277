"use client";

import { Download } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "#components/ui/button.tsx";
import { copyText } from "#components/ui/fields/copy-text.ts";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { saveFile } from "#components/ui/save-file.ts";
import type { ScoreTheme } from "#lib/base/vocabulary/score-colours.ts";
import type { TimelineFormat } from "#lib/base/vocabulary/timeline-export.ts";
import { useTimelineScope } from "../state/scope.tsx";

const path = (key: string, rest: string, query: Record<string, string>) =>
  `/api/v1/incidents/${key}/timeline/${rest}?${new URLSearchParams(query)}`;

/** Returns the URL of the timeline's file, with its times in a time zone. */
const exportHref = (key: string, format: TimelineFormat, zone: string): string => path(key, "export", { format, zone });

/** Returns the URL of the score's file. */
const scoreHref = (key: string, zone: string, theme: ScoreTheme, widthPx?: number): string =>
  path(key, "score.svg", { zone, theme, ...(widthPx === undefined ? {} : { widthPx: String(widthPx) }) });

/** Pixels per CSS pixel, so the picture is sharp on paper and on dense screens. */
const SCALE = 2;

function drawn(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("Couldn't draw the picture in this browser."));
    image.src = address;
  });
}

async function toPng(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = await drawn(address);
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!png) throw new Error("Couldn't create a picture of this size in this browser.");
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Draws an SVG of this server as PNG and saves it with a name. Throws if it can't be read or drawn. */
async function savePng(href: string, filename: string): Promise<void> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error("Couldn't load the picture.");
  saveFile(await toPng(new Blob([await answer.text()], { type: "image/svg+xml" })), filename);
}

const FORMATS = [
  { format: "markdown", label: "Markdown", detail: "For reading. Can be imported again." },
  { format: "csv", label: "CSV", detail: "For spreadsheets" },
  { format: "text", label: "Plain text", detail: "For emails and tickets" },
  { format: "json", label: "JSON", detail: "Complete, for another Afterword server" },
] as const;

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : "Export failed. Try again.");

async function copyMarkdown(href: string): Promise<void> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error("Couldn't load the timeline.");
  if (!(await copyText(await answer.text()))) throw new Error("Couldn't copy. Download the Markdown file instead.");
}

/** Exports the timeline: as a file, as a picture of the score, to the clipboard, on paper. */
export function ExportMenu() {
  const { incidentKey: key, zone } = useTimelineScope();
  const theme = useTheme().resolvedTheme === "dark" ? "dark" : "light";
  const copy = () =>
    copyMarkdown(exportHref(key, "markdown", zone)).then(
      () => toastDone("Timeline copied as Markdown"),
      (error: unknown) => toastError(wordsOf(error)),
    );
  const png = () =>
    savePng(scoreHref(key, zone, theme), `${key}-score.png`).catch((error: unknown) => toastError(wordsOf(error)));
  return (
    <>
      {/* The list renders only what is on screen, so printing this page would look complete without being so. */}
      <p className="print-only">
        Only some of the events are shown. To print all of them, choose Print in the Export menu.
      </p>
      <Menu align="end" trigger={<Button icon={<Download size={14} />}>Export</Button>}>
        <MenuLabel>Timeline, times in {zone}</MenuLabel>
        {FORMATS.map(({ format, label, detail }) => (
          <MenuItem key={format} detail={detail} href={exportHref(key, format, zone)} download>
            {label}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => void copy()}>Copy as Markdown</MenuItem>
        <MenuSeparator />
        <MenuLabel>Score as a picture</MenuLabel>
        <MenuItem href={scoreHref(key, zone, theme)} download>
          SVG
        </MenuItem>
        <MenuItem onSelect={() => void png()}>PNG</MenuItem>
        <MenuSeparator />
        <MenuItem href={`/incidents/${key}/print?${new URLSearchParams({ zone })}`} detail="All events, on A4">
          Print
        </MenuItem>
      </Menu>
    </>
  );
}
