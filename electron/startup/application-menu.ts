import type { MenuItemConstructorOptions } from 'electron';

/**
 * No menu, but for macOS: there the editing keys of a text field live in the menu, and without it nobody could
 * paste within an answer. It has no Quit, Hide, Reload or Zoom.
 */
export function applicationMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;
  return [
    { label: '云考试', submenu: [{ role: 'about' }] },
    { label: '编辑 Edit', submenu: roles.map((role) => ({ role })) },
  ];
}
