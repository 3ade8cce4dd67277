"use client";
import { useState } from "react";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Palette } from "#components/ui/palette.tsx";
import { PortalContainer } from "#components/ui/portal-container.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { ColourSheet } from "./colour-sheet.tsx";
import { ControlSheet } from "./control-sheet.tsx";
import { FieldSheet } from "./field-sheet.tsx";
import { KeySheet } from "./key-sheet.tsx";
import { LayoutSheet } from "./layout-sheet.tsx";
import { MarkSheet } from "./mark-sheet.tsx";
import { OverlaySheet } from "./overlay-sheet.tsx";
import { PALETTE } from "./palette-samples.tsx";
import { ShellSheet } from "./shell-sheet.tsx";
import type { ThemeName } from "./specimen.tsx";
import { StateSheet } from "./state-sheet.tsx";
import { TableSheet } from "./table-sheet.tsx";
import { TagSheet } from "./tag-sheet.tsx";

/** All sheets, once for each theme, side by side. */
export function Styleguide({ themes }: { themes: readonly ThemeName[] }) {
  const [jumping, setJumping] = useState(false);
  const jump = () => setJumping(true);
  useKeys([{ keys: "mod+k", label: "Search or jump", group: "Page", run: jump, whileTyping: true }]);
  return (
    <main id="main" className="s-styleguide">
      <h1 className="vh">Styleguide</h1>
      {themes.map((theme) => (
        <div key={theme} data-theme={theme} className="sg-theme">
          <PortalContainer className="sg-sheet">
            <ShellSheet onJump={jump} />
            <ControlSheet />
            <FieldSheet />
            <TagSheet />
            <MarkSheet />
            <StateSheet />
            <LayoutSheet />
            <TableSheet />
            <OverlaySheet />
            <KeySheet />
            <ColourSheet />
          </PortalContainer>
        </div>
      ))}
      <Palette
        open={jumping}
        onOpenChange={setJumping}
        groups={PALETTE}
        onRun={(item) => {
          setJumping(false);
          toastDone(item.label);
        }}
      />
    </main>
  );
}
