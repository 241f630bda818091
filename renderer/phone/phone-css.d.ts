/** Imported for its effect only: the bundler writes it to phone.css. */
declare module '*/phone.css';
