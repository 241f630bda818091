/** simple-peer is a Node stream over a data channel that nobody here reads or writes: what remains of it are its events. */
exports.Duplex = class {
  constructor() {
    this._heard = [];
    this._readableState = { ended: true };
    this._writableState = { finished: true };
  }
  on(name, run) {
    this._heard.push({ name, run });
    return this;
  }
  once(name, run) {
    const only = (...values) => {
      this.removeListener(name, run);
      run(...values);
    };
    this._heard.push({ name, run, only });
    return this;
  }
  removeListener(name, run) {
    this._heard = this._heard.filter((heard) => heard.name !== name || heard.run !== run);
    return this;
  }
  emit(name, ...values) {
    for (const { only, run } of this._heard.filter((heard) => heard.name === name)) (only || run)(...values);
  }
  push() {
    return true;
  }
};
