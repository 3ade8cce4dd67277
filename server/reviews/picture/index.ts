export { addPicture } from "./add.ts";
export { collectPictures } from "./collect.ts";
export { copyPicture } from "./copy.ts";
export { downloadPicture } from "./download.ts";
export { fetchPicture } from "./fetch.ts";
