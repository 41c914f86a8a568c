// The sandbox page: who you are, what is said and sent, what arrives in the groups.
import * as wire from './wire.js';
import {FormPanel} from './forms.js';
import {contentOf, entryOf, inShort, placeOf, shown} from './media.js';
import {make} from './parts.js';
import {Talk, keyOf} from './talk.js';

const ROLES = {
  worker: '社工', head: '站长', town: '镇街', county: '县区统筹', city: '市级统筹',
  supervisor: '督导', admin: '管理员', auditor: '审计',
};
const STARTERS = ['帮助', '走访', '统计 今天'];
const LINE = {waiting: '正在连接…', connected: '已连接', broken: '连接断了，正在重连…'};

const $ = (id) => document.getElementById(id);
const composer = $('composer');
const text = $('text');
const log = $('log');

let people = [];
let groups = [];
let talk = new Talk([]);
let me = null;
let chat = 'private';

const nameOf = (id) => people.find((person) => person.id === id)?.name ?? id;
const here = () => keyOf(me?.id, chat);
const badge = (count) => (count ? [make('b', {className: 'badge', ariaLabel: `${count} 条未读`}, `${count}`)] : []);

// ---- who

function drawPeople() {
  const wanted = $('search').value.trim();
  const shown = people.filter((p) => !wanted || `${p.name}${p.area}${ROLES[p.role]}`.includes(wanted));
  $('person-list').replaceChildren(...shown.map(personButton));
  if (!shown.length) $('person-list').append(make('li', {className: 'empty'}, '没有找到。换个名字或地区试试。'));
}

function personButton(person) {
  const button = make('button', {type: 'button', data: {person: person.id}, onclick: () => { become(person); readyToType(); }},
    make('span', {className: 'face', ariaHidden: 'true'}, person.name.slice(0, 1)),
    make('span', {className: 'who'},
      make('strong', {}, person.name),
      make('span', {className: 'about'}, `${ROLES[person.role] ?? person.role} · ${person.area}`)),
    ...badge(talk.unread(keyOf(person.id, 'private'))));
  button.setAttribute('aria-pressed', String(person.id === me?.id));
  return make('li', {}, button);
}

function become(person) {
  me = person;
  chat = 'private';
  sessionStorage.setItem('person', person.id);
  drawChats();
  open(chat);
}

// ---- where

function drawChats() {
  const near = groups.filter((group) => group.hear).sort((a, b) => (b.area === me.area) - (a.area === me.area));
  $('chat').replaceChildren(
    make('option', {value: 'private'}, '和蓝哨私聊'),
    ...near.map((group) => make('option', {value: group.id}, group.name)));
}

function open(where) {
  chat = where;
  $('chat').value = where;
  show('talk');
  talk.markRead(here());
  $('talk-title').textContent = `${me.name}（${ROLES[me.role] ?? me.role}，${me.area}）`;
  for (const part of composer.elements) part.disabled = false;
  drawAll();
}

/** But not where fingers type: the keyboard would cover half of the page unasked. */
function readyToType() {
  if (!matchMedia('(pointer: coarse)').matches) text.focus({preventScroll: true});
}

function drawAll() {
  drawPeople();
  drawGroups();
  drawLog();
}

// ---- what was said

function drawLog() {
  if (!me) return;
  const entries = talk.of(here());
  log.replaceChildren(...(entries.length ? entries.map(bubble) : [welcome()]));
  settle();
}

/** Only the newest message's choices can be pressed: older ones ask what is no longer asked. */
function settle() {
  const all = [...log.querySelectorAll('.choices')];
  const last = log.lastElementChild?.querySelector('.choices');
  all.filter((choices) => choices !== last).forEach((choices) => choices.remove());
  log.scrollTop = log.scrollHeight;
}

log.addEventListener('load', () => { log.scrollTop = log.scrollHeight; }, true);
new ResizeObserver(() => { log.scrollTop = log.scrollHeight; }).observe(log);

function welcome() {
  const hint = chat === 'private' ? '这里是和蓝哨的私聊。可以这样开始：' : '这个群还没有消息。可以这样开始：';
  return make('li', {className: 'welcome'}, make('p', {}, hint), choiceRow(STARTERS.map((say) => ({label: say, say}))));
}

function choiceRow(choices) {
  return make('div', {className: 'choices', role: 'group', ariaLabel: '可以选'},
    ...choices.map(({label, say}) => make('button', {type: 'button', onclick: () => { send(say); readyToType(); }}, label)));
}

function bubble(entry) {
  const side = entry.by === 'desk' ? 'desk' : entry.by === me.id ? 'mine' : 'other';
  const item = make('li', {className: `said ${side}`, data: {id: entry.id}});
  if (side === 'other' || (chat !== 'private' && side === 'desk')) {
    const to = side === 'desk' && entry.to ? ` → ${nameOf(entry.to)}` : '';
    item.append(make('span', {className: 'by'}, (side === 'desk' ? '蓝哨' : nameOf(entry.by)) + to));
  }
  item.append(shown(entry));
  if (entry.choices?.length && (!entry.to || entry.to === me.id)) item.append(choiceRow(entry.choices));
  if (entry.state === 'failed') item.append(failure(entry));
  if (entry.state === 'sending') item.classList.add('sending');
  return item;
}

function failure(entry) {
  if (entry.tooLarge) return make('span', {className: 'failed', role: 'alert'}, '太大了，没有送。');
  return make('span', {className: 'failed', role: 'alert'}, '没有送到。',
    make('button', {type: 'button', onclick: () => deliver(entry)}, '重试'));
}

/** Adds an entry to its conversation and to what is seen of it. */
function arrive(key, entry) {
  if (!talk.add(key, entry)) return;
  if (me && key === here()) {
    log.querySelector('.welcome')?.remove();
    log.append(bubble(entry));
    settle();
  } else {
    talk.markUnread(key);
    drawPeople();
  }
  drawGroups();
}

// ---- saying

function send(words) {
  if (words.trim()) put({text: words.trim()});
}

/** Says something: {text}, {location}, or a picture or file as {@link entryOf} makes it. */
async function put(content) {
  if (!me) return;
  const entry = {id: wire.freshId(), by: me.id, state: 'sending', chat, ...content};
  arrive(here(), entry);
  await deliver(entry);
}

/** Pictures and files, one after the other. */
async function putFiles(files) {
  for (const file of files) await put(entryOf(file));
}

async function deliver(entry) {
  const key = keyOf(entry.by, entry.chat);
  mark(entry, 'sending');
  try {
    const group = groups.find((g) => g.id === entry.chat);
    await handOver(entry);
    const replies = await wire.say({from: entry.by, chat: group?.hear ?? 'private', ...contentOf(entry), id: entry.id});
    mark(entry, 'sent');
    replies.forEach((reply, at) =>
      arrive(key, {id: `${entry.id}/${at + 1}`, by: 'desk', to: entry.by, text: reply.text, choices: reply.choices, sent: reply.file}));
  } catch (failed) {
    entry.tooLarge = failed instanceof wire.TooLarge;
    mark(entry, 'failed');
  }
}

/** Gives a picture or file its id, once. */
async function handOver(entry) {
  if (entry.blob && !entry.photo && !entry.file) entry[entry.image ? 'photo' : 'file'] = await wire.upload(entry.blob);
}

function mark(entry, state) {
  entry.state = state;
  const item = log.querySelector(`[data-id="${entry.id}"]`);
  if (item) item.replaceWith(bubble(entry));
}

composer.addEventListener('submit', (event) => {
  event.preventDefault();
  send(text.value);
  text.value = '';
  grow();
  text.focus();
});

text.addEventListener('keydown', (event) => {
  // An input method's Enter takes a word over; it does not send.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  } else if (event.key === 'ArrowUp' && !text.value) {
    event.preventDefault();
    text.value = talk.lastSaid(here(), me.id);
  }
});

$('attach').addEventListener('click', () => $('file').click());
$('file').addEventListener('change', async () => {
  await putFiles([...$('file').files]);
  $('file').value = '';
});
text.addEventListener('paste', (event) => {
  if (!event.clipboardData.files.length) return;
  event.preventDefault();
  putFiles([...event.clipboardData.files]);
});
$('locate').addEventListener('click', () => $('map').showModal());
$('map').addEventListener('close', () => {
  const location = $('map').returnValue === 'send' && placeOf($('point').value);
  $('map').returnValue = '';
  if (location) put({location});
  readyToType();
});

function grow() {
  text.rows = Math.min(5, text.value.split('\n').length);
}
text.addEventListener('input', grow);

// ---- groups

function drawGroups() {
  $('group-list').replaceChildren(...groups.map(groupCard));
  if (!groups.length) $('group-list').append(make('li', {className: 'empty'}, '还没有群。'));
  const unread = groups.reduce((sum, group) => sum + talk.unread(keyOf(null, group.id)), 0);
  $('unread').hidden = !unread;
  $('unread').textContent = unread;
}

function groupCard(group) {
  const key = keyOf(null, group.id);
  const newest = talk.of(key).slice(-3);
  return make('li', {data: {group: group.id}},
    make('button', {type: 'button', disabled: !me || !group.hear, onclick: () => { open(group.id); readyToType(); }},
      make('strong', {}, group.name), ...badge(talk.unread(key))),
    ...(newest.length ? newest.map(groupLine) : [make('p', {className: 'empty'}, '还没有消息')]));
}

function groupLine(entry) {
  const by = entry.by === 'desk' ? '蓝哨' : nameOf(entry.by);
  return make('p', {}, make('span', {className: 'by'}, by), inShort(entry));
}

// ---- the files of forms

const formPanel = new FormPanel($('forms'), (start) => {
  if (!me) return;
  open('private');
  send(start);
  readyToType();
});

function drawForms(state) {
  formPanel.draw(state);
  $('wrong').hidden = !state.mistakes.length;
  $('wrong').textContent = state.mistakes.length;
}

/** After a break the files may stand otherwise. */
async function refreshForms() {
  try {
    drawForms(await wire.forms());
  } catch {
    setTimeout(refreshForms, 2000);
  }
}

// ---- the page

function show(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll('nav button')) {
    if (button.dataset.shows === view) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
}

for (const button of document.querySelectorAll('nav button')) {
  button.addEventListener('click', () => show(button.dataset.shows));
}
$('search').addEventListener('input', drawPeople);
$('chat').addEventListener('change', (event) => open(event.target.value));

function setLine(state) {
  $('line').dataset.state = state;
  $('line').firstElementChild.textContent = LINE[state];
}

async function start() {
  try {
    [people, groups] = await Promise.all([wire.people(), wire.groups()]);
  } catch (failed) {
    if (failed instanceof wire.TokenWanted) $('gate').showModal();
    else setTimeout(start, 2000);
    setLine('broken');
    return;
  }
  talk = new Talk(groups);
  drawPeople();
  drawGroups();
  const again = people.find((person) => person.id === sessionStorage.getItem('person')) ?? people[0];
  if (again) become(again);
  readyToType();
  wire.listen({
    onMessage: ({id, chat: where, to, text: words, choices, file}) =>
      arrive(talk.place(to, where), {id, by: 'desk', to, text: words, choices, sent: file}),
    onSaid: ({id, chat: where, from, text: words, photo, file, location}) =>
      arrive(talk.place(from, where), {id, by: from, text: words, photo, file, location, image: !!photo, document: !!file}),
    onForms: drawForms,
    onState: (state) => {
      setLine(state);
      if (state === 'connected') refreshForms();
    },
  });
}

start();
