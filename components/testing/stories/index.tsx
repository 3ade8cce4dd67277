import type { ComponentType } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import * as choices from "./choices.tsx";
import * as factors from "./factors.tsx";
import * as fields from "./fields.tsx";
import { Frame } from "./frame.tsx";
import * as layers from "./layers.tsx";
import * as lists from "./lists.tsx";
import * as meetings from "./meetings.tsx";
import * as pages from "./pages.tsx";
import * as programme from "./programme.tsx";
import * as reviews from "./reviews.tsx";
import * as tracker from "./tracker.tsx";
import * as writes from "./writes.tsx";

const STORIES: Record<string, ComponentType> = {
  ...choices,
  ...factors,
  ...fields,
  ...layers,
  ...lists,
  ...meetings,
  ...pages,
  ...programme,
  ...reviews,
  ...tracker,
  ...writes,
};

function mount({ story }: { story: string }): void {
  const Story = STORIES[`${story}Story`];
  const root = document.getElementById("root");
  if (!Story || !root) throw new Error(`There is no story ${story}.`);
  // With its effects done, so the first key of a test isn't pressed before anything listens.
  flushSync(() =>
    createRoot(root).render(
      <Frame>
        <Story />
      </Frame>,
    ),
  );
}

// Playwright's `mount` fixture calls this.
Object.assign(window, { mount });
