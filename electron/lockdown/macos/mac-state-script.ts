/** Passed to the script: without the one call that Apple does not document. */
export const DOCUMENTED_ONLY = 'documented-only';

/**
 * What macOS itself runs for us (`osascript -l JavaScript`, there since 10.10): for each line it is sent it answers with one
 * line of `MacState`. It ends when nobody sends any more, so that it cannot outlive the shell, and after four hundred
 * answers, since what these calls hand out is never freed. In the words of the JavaScript of macOS 10.13.
 */
export const MAC_STATE_SCRIPT = `
ObjC.import('Foundation');
ObjC.import('AppKit');
ObjC.bindFunction('CGWindowListCopyWindowInfo', ['id', ['unsigned int', 'unsigned int']]);
ObjC.bindFunction('CGMainDisplayID', ['unsigned int', []]);
ObjC.bindFunction('CGDisplayIsInMirrorSet', ['unsigned int', ['unsigned int']]);

var ON_SCREEN_ONLY = 1;
var NO_DESKTOP_ELEMENTS = 16;
var UTF8 = 4;
var paths = {};

function attempt(read) {
  try { return read(); } catch (cause) { return null; }
}
function pathOf(pid) {
  if (paths[pid] === undefined) {
    paths[pid] = attempt(function () {
      var app = $.NSRunningApplication.runningApplicationWithProcessIdentifier(pid);
      return ObjC.unwrap(app.bundleURL.path);
    }) || '';
  }
  return paths[pid];
}
function windows() {
  var list = ObjC.deepUnwrap($.CGWindowListCopyWindowInfo(ON_SCREEN_ONLY | NO_DESKTOP_ELEMENTS, 0)) || [];
  return list.map(function (each) {
    var bounds = each.kCGWindowBounds || {};
    return {
      id: Number(each.kCGWindowNumber),
      pid: Number(each.kCGWindowOwnerPID),
      owner: each.kCGWindowOwnerName || '',
      title: each.kCGWindowName || '',
      path: pathOf(Number(each.kCGWindowOwnerPID)),
      layer: Number(each.kCGWindowLayer),
      alpha: Number(each.kCGWindowAlpha),
      sharing: Number(each.kCGWindowSharingState),
      x: Number(bounds.X), y: Number(bounds.Y), width: Number(bounds.Width), height: Number(bounds.Height)
    };
  });
}
function front() {
  var app = $.NSWorkspace.sharedWorkspace.frontmostApplication;
  var pid = Number(app.processIdentifier);
  return pid > 0 ? { pid: pid, name: ObjC.unwrap(app.localizedName) || '' } : null;
}
function options() {
  var said = Number($.NSApplication.sharedApplication.currentSystemPresentationOptions);
  return isNaN(said) ? null : said;
}
function watched() {
  ObjC.bindFunction('CGSIsScreenWatcherPresent', ['bool', []]);
  return Boolean($.CGSIsScreenWatcherPresent());
}
function mirrored() {
  return Number($.CGDisplayIsInMirrorSet($.CGMainDisplayID())) !== 0;
}
function run(argv) {
  var input = $.NSFileHandle.fileHandleWithStandardInput;
  var output = $.NSFileHandle.fileHandleWithStandardOutput;
  var documentedOnly = argv.indexOf('${DOCUMENTED_ONLY}') >= 0;
  for (var answers = 0; answers < 400; answers += 1) {
    if (Number(input.availableData.length) === 0) return;
    // Who is in front is told to a program that lets its messages come.
    $.NSRunLoop.currentRunLoop.runUntilDate($.NSDate.dateWithTimeIntervalSinceNow(0.01));
    var state = {
      windows: windows(),
      front: attempt(front),
      options: attempt(options),
      watched: documentedOnly ? null : attempt(watched),
      mirrored: attempt(mirrored)
    };
    output.writeData($(JSON.stringify(state) + '\\n').dataUsingEncoding(UTF8));
  }
}
`;
