import { expect, it } from "vitest";
import { closedPage } from "./settings-frame.tsx";

const admin = { may: ["settings.manage" as const] };
const tpm = { may: [] };

it.each([
  ["/settings/trackers", tpm, "Trackers"],
  ["/settings/deliveries", tpm, "Channels and deliveries"],
  ["/settings/data", tpm, "Data"],
  ["/settings/people", tpm, undefined],
  ["/settings/audit", tpm, undefined],
  ["/settings/trackers", admin, undefined],
  ["/settings/trackers", undefined, undefined],
  [null, tpm, undefined],
])("what is closed at %s for %j is %s", (path, me, label) => expect(closedPage(path, me)?.label).toBe(label));
