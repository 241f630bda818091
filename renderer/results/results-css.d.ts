/** Imported for its effect only: the bundler writes it to results.css. */
declare module '*/results.css';
