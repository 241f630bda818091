/** What an option is called on the screen: by its place, because options stand in another order for each candidate. */
export const optionLetter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
