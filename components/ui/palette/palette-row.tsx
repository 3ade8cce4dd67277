"use client";
import { Command } from "cmdk";
import { Kbd } from "../kbd.tsx";
import { markFound, type PaletteItem } from "./filter-groups.ts";

type PaletteRowProps = { item: PaletteItem; query: string; onSelect: () => void };

export function PaletteRow({ item, query, onSelect }: PaletteRowProps) {
  return (
    <Command.Item className="op" value={item.id} disabled={item.disabled ?? false} onSelect={onSelect}>
      <span className="gl">{item.icon}</span>
      <span className="trunc">
        <Marked text={item.label} query={query} />
        {item.detail ? (
          <span className="muted">
            {" "}
            <Marked text={item.detail} query={query} />
          </span>
        ) : null}
      </span>
      <span className="right">
        {item.right}
        {item.keys ? <Kbd keys={item.keys} /> : null}
      </span>
    </Command.Item>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  return markFound(text, query).map((part) => (part.found ? <b key={part.at}>{part.text}</b> : part.text));
}
