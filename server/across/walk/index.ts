export { wordsOfMinutes } from "./minutes.ts";
export { getWalk, isWalking, listWalks } from "./read.ts";
export { decideWalk, endWalk, startWalk, undoWalk } from "./write.ts";
