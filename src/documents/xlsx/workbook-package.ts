/** A package that holds a workbook. */
import { InputError } from '../../errors.js';
import { OfficePackage } from '../ooxml/office-package.js';
import { attributesOf, rootOf } from './xml.js';

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

export class WorkbookPackage extends OfficePackage {
  readonly namespaces: typeof TRANSITIONAL;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    super(parts, 'xl/workbook.xml');
    const xml = this.read(this.workbookPath);
    const root = rootOf(xml);
    if (root.name !== 'workbook') throw new InputError('not-a-workbook');
    const declared = new Set(attributesOf(xml, root).values());
    this.namespaces = declared.has(STRICT.main) ? STRICT : TRANSITIONAL;
  }

  get workbookPath(): string {
    return this.mainPath;
  }

  /** A part written anew, without what hung at the old one. */
  replace(path: string, xml: string): void {
    this.write(path, xml);
    const slash = path.lastIndexOf('/') + 1;
    this.remove(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
  }
}
