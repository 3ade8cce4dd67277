export { addPicture } from "./add.ts";
export { collectPictures } from "./collect.ts";
export { downloadPicture } from "./download.ts";
