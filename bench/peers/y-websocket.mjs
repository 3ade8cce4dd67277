// A peer of bench:collab: the protocol of y-websocket on ws and y-protocols, in memory, as the server of that package
// speaks it. It stores and acknowledges nothing.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocketServer } from "ws";
import * as awarenessProtocol from "y-protocols/awareness";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";

const SYNC = 0;
const AWARENESS = 1;

const texts = new Map();

function frame(type, write) {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function textOf(name) {
  const known = texts.get(name);
  if (known) return known;
  const document = new Y.Doc();
  const awareness = new awarenessProtocol.Awareness(document);
  awareness.setLocalState(null);
  const text = { document, awareness, sockets: new Set() };
  const toAll = (bytes) => {
    for (const socket of text.sockets) socket.send(bytes);
  };
  document.on("update", (update) => toAll(frame(SYNC, (encoder) => syncProtocol.writeUpdate(encoder, update))));
  awareness.on("update", ({ added, updated, removed }) => {
    const states = awarenessProtocol.encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed]);
    toAll(frame(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, states)));
  });
  texts.set(name, text);
  return text;
}

const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
server.on("connection", (socket, request) => {
  const { document, awareness, sockets } = textOf(request.url);
  socket.binaryType = "arraybuffer";
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  socket.on("message", (data) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const type = decoding.readVarUint(decoder);
    if (type === AWARENESS)
      awarenessProtocol.applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), socket);
    if (type !== SYNC) return;
    const answer = frame(SYNC, (encoder) => syncProtocol.readSyncMessage(decoder, encoder, document, socket));
    if (answer.length > 1) socket.send(answer);
  });
  socket.send(frame(SYNC, (encoder) => syncProtocol.writeSyncStep1(encoder, document)));
});
server.on("listening", () => console.log(`y-websocket is ready at ws://127.0.0.1:${server.address().port}`));
