/**
 * The unique prosemirror plugin key for syncPlugin
 *
 * @public
 */
export const ySyncPluginKey: PluginKey<any>;
/**
 * The unique prosemirror plugin key for undoPlugin
 *
 * @public
 */
export const yUndoPluginKey: PluginKey<any>;
/**
 * The unique prosemirror plugin key for cursorPlugin
 *
 * @public
 */
export const yCursorPluginKey: PluginKey<any>;
import { PluginKey } from 'prosemirror-state';
