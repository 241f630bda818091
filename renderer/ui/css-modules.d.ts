declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

/** A plain stylesheet, imported for its effect. After the modules: the first pattern that fits is the one taken. */
declare module '*.css';
