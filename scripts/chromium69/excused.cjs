/**
 * Newer things that stand in the scripts of WPS and do no harm there, by why. A reason whose thing has gone is an error.
 * They are of libraries, which ask first: an excuse does not tell one place from another, so our own code calls none.
 */
module.exports = {
  reportError: 'React asks whether it is there, and writes to the console otherwise.',
  queueMicrotask: 'React asks whether it is there, and takes a promise otherwise.',
  navigation: 'View transitions of React, which ask for document.startViewTransition before.',
  'Promise.allSettled': 'View transitions of React.',
  '.startViewTransition': 'View transitions of React.',
  '.getAnimations': 'View transitions of React.',
  '.persist':
    'Motions of Fluent UI ask whether it is there, and show the end of the motion otherwise; events of React have their own.',
  '.text': 'A part of a package, by our own reader of .xlsx and .docx: no Blob.',
  '.arrayBuffer': 'JSZip in the writer of Word documents, for Blobs: it is given none.',
};
