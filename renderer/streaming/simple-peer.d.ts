/** The prebuilt browser bundle has the same interface as the package's Node entry, and needs no polyfills. */
declare module 'simple-peer/simplepeer.min.js' {
  import SimplePeer = require('simple-peer');
  export default SimplePeer;
}
