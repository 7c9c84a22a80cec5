/** Whether a press asks for nothing of the browser's own, such as another tab, so that ours may take its place. */
export const isPlainPress = ({ ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean =>
  !ctrlKey && !metaKey && !shiftKey && button === 0;
