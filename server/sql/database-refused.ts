/** This database cannot be used; the message says why and what to do, for the person who started the server. */
export class DatabaseRefused extends Error {}

/** Another server works on this database. */
export class DatabaseInUse extends DatabaseRefused {}
