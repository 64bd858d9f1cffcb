import type { Attributes, XmlHandler } from '../xml-events.js';
import { isOn } from './switches.js';

/** What a paragraph style says that matters to its text. */
export interface ParagraphStyle {
  readonly basedOn?: string;
  readonly numbering?: string;
  readonly level?: number;
  readonly hidden?: boolean;
}

export class Styles {
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  readonly defaultStyle: string | undefined;

  constructor(styles: ReadonlyMap<string, ParagraphStyle>, defaultStyle?: string) {
    this.#styles = styles;
    this.defaultStyle = defaultStyle;
  }

  /** What a style says itself or takes over from those it is based on. */
  resolve(id: string | undefined): Omit<ParagraphStyle, 'basedOn'> {
    const found: { numbering?: string; level?: number; hidden?: boolean } = {};
    let at = id ?? this.defaultStyle;
    // Styles may be based on each other in a circle.
    for (let depth = 0; at !== undefined && depth < 20; depth += 1) {
      const style = this.#styles.get(at);
      if (style?.numbering !== undefined) found.numbering ??= style.numbering;
      if (style?.level !== undefined) found.level ??= style.level;
      if (style?.hidden !== undefined) found.hidden ??= style.hidden;
      at = style?.basedOn;
    }
    return found;
  }
}

export function readStyles(read: (handler: XmlHandler) => void): Styles {
  const styles = new Map<string, ParagraphStyle>();
  let id: string | undefined;
  let own: { basedOn?: string; numbering?: string; level?: number; hidden?: boolean } = {};
  let defaultStyle: string | undefined;
  const open = (name: string, { val = '', ...attributes }: Attributes): void => {
    if (name === 'style') {
      id = attributes.styleId;
      own = {};
      if (attributes.type === 'paragraph' && isOn(attributes.default ?? '0')) defaultStyle = id;
    } else if (name === 'basedOn') own.basedOn = val;
    else if (name === 'numId') own.numbering = val;
    else if (name === 'ilvl') own.level = Number(val);
    else if (name === 'vanish') own.hidden = isOn(val);
  };
  read({
    open,
    close: (name) => {
      if (name === 'style' && id !== undefined) styles.set(id, own);
      if (name === 'style') id = undefined;
    },
    text: () => undefined,
  });
  return new Styles(styles, defaultStyle);
}
