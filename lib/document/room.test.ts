import { expect, it } from "vitest";
import { parseRoomMessage, roomMessage, roomOf } from "./room.ts";

const MOST = { bytes: 1000, nodes: 50 };

it.each([
  [799, 39, null],
  [800, 39, { of: "bytes", percent: 80, left: 200 }],
  [100, 40, { of: "nodes", percent: 80, left: 10 }],
  [900, 40, { of: "bytes", percent: 90, left: 100 }],
  [999, 50, { of: "nodes", percent: 100, left: 0 }],
  [1200, 0, { of: "bytes", percent: 100, left: 0 }],
] as const)("tells the closer limit of %i bytes and %i nodes", (bytes, nodes, room) => {
  expect(roomOf({ bytes, nodes }, MOST)).toEqual(room);
});

it("reads a message of its own only", () => {
  const room = { of: "nodes", percent: 81, left: 9 } as const;
  expect(parseRoomMessage(roomMessage(room))).toEqual(room);
  expect(parseRoomMessage(roomMessage(null))).toBeNull();
  for (const other of ["", "1", "null", '{"t":"scope"}']) expect(parseRoomMessage(other)).toBeUndefined();
  for (const broken of ['{"t":"room"}', '{"t":"room","room":{"of":"x"}}', '{"t":"room","room":{"of":"bytes"}}'])
    expect(parseRoomMessage(broken)).toBeNull();
});
