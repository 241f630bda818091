type TextField = HTMLTextAreaElement | HTMLInputElement;

/**
 * Types `text` into the field where its caret stands, in place of what is selected, as a keyboard would: undo takes it
 * back, `maxLength` holds, and the field's own listeners hear of it. Nothing else does all three in Chromium 108.
 */
export function insertText(field: TextField, text: string): void {
  field.focus();
  endTyping(field);
  document.execCommand('insertText', false, text);
  endTyping(field);
}

/** What comes next is undone by itself, apart from what was typed before: moving the caret ends a run of typing. */
function endTyping(field: TextField): void {
  const { selectionStart, selectionEnd } = field;
  field.setSelectionRange(0, 0);
  field.setSelectionRange(selectionStart, selectionEnd);
}

/** Takes away what is selected in the field, as the Delete key would. */
export function deleteSelection(field: TextField): void {
  field.focus();
  document.execCommand('delete');
}
