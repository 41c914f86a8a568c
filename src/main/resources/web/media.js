// Pictures, files and places: what can be sent beside words, and how it is shown.
import {make} from './parts.js';
import {mediaAddress, sentAddress} from './wire.js';

/** What is sent of an entry: {text}, {photo}, {file} or {location}. */
export function contentOf({text, photo, file, location}) {
  if (photo) return {photo};
  if (file) return {file};
  return location ? {location} : {text};
}

/** How an entry of a conversation is shown. */
export function shown(entry) {
  if (entry.sent) return sent(entry.sent, entry.text);
  if (entry.image) return picture(entry.photo ? mediaAddress(entry.photo) : null);
  if (entry.document) return make('p', {className: 'file'}, entry.name ? `文件：${entry.name}` : '文件');
  return make('p', {}, entry.location ? `位置：${words(entry.location)}` : entry.text);
}

/** The same in one line. */
export const inShort = (entry) =>
  (entry.sent ? `[${entry.sent.name}]` : entry.image ? '[照片]' : entry.document ? '[文件]' : entry.location ? '[位置]' : entry.text);

function words(location) {
  return typeof location === 'string' ? location : `${location.latitude}, ${location.longitude}`;
}

function picture(address) {
  const frame = make('p', {className: 'photo'});
  frame.append(address ? make('img', {src: address, alt: '照片'}) : '照片…');
  return frame;
}

/** A picture or file that the desk sends: {kind, hash, name}; a picture opens alone, its words stand for it. */
function sent(file, words) {
  const link = make('a', {href: sentAddress(file.hash), target: '_blank', rel: 'noopener', download: file.name});
  link.append(file.kind === 'image' ? make('img', {src: sentAddress(file.hash), alt: words}) : `文件：${file.name}`);
  return make('p', {className: file.kind === 'image' ? 'photo drawn' : 'file'}, link);
}

/** What the page knows of a chosen or pasted file before it is handed over. */
export const entryOf = (blob) =>
  (blob.type.startsWith('image/') ? {image: true, blob} : {document: true, name: blob.name, blob});

/** A place as somebody writes it: 22.93, 111.57; null if it is none. */
export function placeOf(words) {
  const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(words ?? '');
  return found && {latitude: Number(found[1]), longitude: Number(found[2]), label: ''};
}
