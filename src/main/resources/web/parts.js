// The making of elements, for all parts of the page.

/** Makes an element: properties, then children. */
export function make(tag, properties = {}, ...children) {
  const {data = {}, ...rest} = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, data);
  element.append(...children);
  return element;
}
