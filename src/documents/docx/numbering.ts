/** The part of a .docx that holds its lists. */
import { type ListInstance, type ListLevel, Numbering } from '../lists/numbering.js';
import type { Attributes, XmlHandler } from '../xml-events.js';

export function readNumbering(read: (handler: XmlHandler) => void): Numbering {
  const lists = new Map<string, ListInstance>();
  const levels = new Map<string, Map<number, ListLevel>>();
  /** Lists that take their levels from a list style. */
  const styleLinks = new Map<string, string>();
  const namedStyles = new Map<string, string>();
  let abstract = '';
  let list: string | undefined;
  let level: ListLevel | undefined;
  let overridden = 0;
  const openLevel = (attributes: Attributes): void => {
    level = { start: 1, format: 'decimal', text: '', legal: false, restart: undefined, style: undefined };
    // A level inside an instance takes the place of the abstract one; few files have it, and all lists then look alike.
    levels.get(abstract)?.set(Number(attributes.ilvl ?? 0), level);
  };
  const open = (name: string, attributes: Attributes): void => {
    const { val = '' } = attributes;
    if (name === 'abstractNum') {
      abstract = attributes.abstractNumId ?? '';
      levels.set(abstract, new Map());
    } else if (name === 'styleLink') namedStyles.set(val, abstract);
    else if (name === 'numStyleLink') styleLinks.set(abstract, val);
    else if (name === 'lvl') openLevel(attributes);
    else if (name === 'num') list = attributes.numId ?? '';
    else if (name === 'abstractNumId' && list !== undefined) {
      lists.set(list, { abstract: val, starts: new Map() });
      abstract = val;
    } else if (name === 'lvlOverride') overridden = Number(attributes.ilvl ?? 0);
    else if (name === 'startOverride') lists.get(list ?? '')?.starts.set(overridden, Number(val));
    else if (level) fillLevel(level, name, val);
  };
  read({
    open,
    close: (name) => {
      if (name === 'lvl') level = undefined;
    },
    text: () => undefined,
  });
  for (const [from, style] of styleLinks) {
    const target = levels.get(namedStyles.get(style) ?? '');
    if (target) levels.set(from, target);
  }
  return new Numbering(lists, levels);
}

function fillLevel(level: ListLevel, name: string, value: string): void {
  if (name === 'start') level.start = Number(value) || 0;
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'isLgl') level.legal = !/^(?:0|false)$/.test(value);
  else if (name === 'lvlRestart') level.restart = Number(value);
  else if (name === 'pStyle') level.style = value;
}
