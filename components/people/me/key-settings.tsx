"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Note } from "#components/ui/note.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import type { Me } from "#lib/contract/me.ts";
import { useUpdateMe } from "./use-update-me.ts";

/** Single keys can be switched off: speech input and trembling hands press them by accident. */
export function KeySettings({ me }: { me: Me }) {
  const save = useUpdateMe();
  const toggle = (singleKeys: boolean) =>
    void save({ singleKeys }, singleKeys ? "Single keys are on" : "Single keys are off");
  return (
    <section className="sec" aria-labelledby="keys">
      <SectionHead id="keys" title="Keys" />
      <Checkbox
        label="Single keys, such as J and K in lists"
        checked={me.singleKeys}
        onChange={(event) => toggle(event.target.checked)}
      />
      <Note className="pt-2">
        Keys with a modifier, such as <Kbd keys="mod+k" />, always work. <Kbd keys="?" /> shows all of them.
      </Note>
    </section>
  );
}
