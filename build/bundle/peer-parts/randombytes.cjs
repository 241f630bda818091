/** As many random bytes, of which simple-peer makes a name in hex. */
module.exports = (count) => ({
  toString: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => `0${byte.toString(16)}`.slice(-2)).join(''),
});
