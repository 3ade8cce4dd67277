import * as encoding from "lib0/encoding";

/** One struct of a few bytes, written manually: a gap, a forged id, an impossible length. */
export function craftStruct(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of [1, 1, client, clock]) encoding.writeVarUint(encoder, value);
  encoding.writeUint8(encoder, 0); // a GC struct
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, 0); // nothing deleted
  return encoding.toUint8Array(encoder);
}

export function craftDeletion(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of [0, 1, client, 1, clock, length]) encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
}

type Place = [client: number, clock: number];

/** Letters under the client ids 501 and 500, each put next to another letter. */
export function craftPair(besideFirst: Place, besideSecond: Place): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 2);
  for (const [client, beside] of [
    [501, besideFirst],
    [500, besideSecond],
  ] as const) {
    for (const value of [1, client, 0]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8(encoder, 0x80 | 4); // text, with an origin
    for (const value of beside) encoding.writeVarUint(encoder, value);
    encoding.writeVarString(encoder, "x");
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** Returns the frame in which a provider sends an update. */
export function updateFrame(documentId: string, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, documentId);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** Returns the frame in which a provider says where someone is. */
export function presenceFrame(documentId: string, clientId: number, clock: number, state: object): Uint8Array {
  const presence = encoding.createEncoder();
  for (const value of [1, clientId, clock]) encoding.writeVarUint(presence, value);
  encoding.writeVarString(presence, JSON.stringify(state));
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, documentId);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(presence));
  return encoding.toUint8Array(encoder);
}
