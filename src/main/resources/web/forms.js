// The panel for those who write forms: what is wrong in the files, and the forms to try.
import {make} from './parts.js';

/** Stands for the hints among the forms that stand open. */
const HINTS = '';
const HELD = '和以前的一版一样，所以没有换上。要换回去，把 version 加 1。';

/**
 * Draws how the files stand. `onTry` gets the start word of a form that somebody wants to try;
 * drawings that stood open stay open, and what changed since the page was opened stands first.
 */
export class FormPanel {
  #root;
  #onTry;
  /** The drawings by form as the page was opened. */
  #before;
  /** The forms that changed since, the last one first. */
  #changed = [];

  constructor(root, onTry) {
    this.#root = root;
    this.#onTry = onTry;
  }

  /** state: {refused, mistakes: [{file, line, code, problem, remedy}], hints: as mistakes, forms: [{id, title, start, held, drawing}]} */
  draw({refused, mistakes, hints, forms}) {
    const open = new Set([...this.#root.querySelectorAll('details[open]')].map((shown) => shown.dataset.form));
    this.#part('.state').textContent = refused
      ? `文件有 ${mistakes.length} 处要改，大家先用原来的表。改好保存，这里马上会变。`
      : forms.some((form) => form.held) ? '文件都对，但有的表没有换上，见下。' : '文件都对，用的是最新的。改了文件，保存就会换上。';
    this.#part('.state').dataset.refused = String(refused);
    this.#part('.mistakes').replaceChildren(...mistakes.map(mistake));
    this.#part('.forms').replaceChildren(...this.#ordered(forms).map((form) => this.#form(form, open.has(form.id))));
    if (hints.length) this.#part('.forms').append(allHints(hints, open.has(HINTS)));
  }

  #ordered(forms) {
    this.#before ??= new Map(forms.map(({id, drawing}) => [id, drawing]));
    const now = forms.filter(({id, drawing}) => this.#before.get(id) !== drawing).map(({id}) => id);
    now.forEach((id) => this.#before.set(id, forms.find((form) => form.id === id).drawing));
    this.#changed = [...now, ...this.#changed.filter((id) => !now.includes(id))];
    const place = ({id}) => this.#changed.includes(id) ? this.#changed.indexOf(id) : this.#changed.length;
    return forms.toSorted((one, other) => place(one) - place(other));
  }

  #part(selector) {
    return this.#root.querySelector(selector);
  }

  #form(form, open) {
    const item = make('li', {},
      make('strong', {}, form.title),
      make('button', {type: 'button', ariaLabel: `试填${form.title}`, onclick: () => this.#onTry(form.start)}, '试填'));
    if (form.held) item.append(make('p', {className: 'held'}, HELD));
    if (form.drawing) item.append(drawing(form, open));
    return item;
  }
}

/** What works but could be better, below the forms: who writes one form need not read them all. */
function allHints(hints, open) {
  const items = hints.map((hint) => Object.assign(mistake(hint), {className: 'hint'}));
  return make('li', {}, make('details', {open, data: {form: HINTS}},
    make('summary', {}, `可以更好的地方（${hints.length}）`), make('ol', {className: 'hints'}, ...items)));
}

function mistake({file, line, code, problem, remedy}) {
  return make('li', {},
    make('strong', {}, line ? `${file} 第 ${line} 行` : file), make('code', {}, code),
    make('p', {}, problem), make('p', {className: 'remedy'}, remedy));
}

/** A drawing is fetched when it is looked at; its address changes with the form. */
function drawing(form, open) {
  const picture = make('img', {alt: `${form.title}的流程图`, loading: 'lazy', src: form.drawing});
  return make('details', {open, data: {form: form.id}}, make('summary', {}, '流程图'),
    make('a', {href: form.drawing, target: '_blank', title: '单独打开'}, picture));
}
