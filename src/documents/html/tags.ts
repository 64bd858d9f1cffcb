/**
 * Tags and text of HTML one after the other. The tree that the standard builds takes quadratic time on deep nesting; what
 * forms need of it, ends of rows and cells that nobody wrote, their reader knows itself.
 */
import { type Token, Tokenizer, TokenizerMode, type TokenHandler } from 'parse5';

export interface TagHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void;
  close(name: string): void;
  text(text: string, line: number): void;
}

/** What is in them is no text of the page. */
const RAW: ReadonlySet<string> = new Set(['style', 'xmp', 'iframe', 'noembed', 'noframes']);

export function readTags(html: string, handler: TagHandler): void {
  const onText = ({ chars, location }: Token.CharacterToken): void => {
    handler.text(chars, location?.startLine ?? 1);
  };
  const ignore = (): void => undefined;
  const tokens: TokenHandler = {
    onStartTag: ({ tagName, attrs, location }) => {
      if (tagName === 'script') tokenizer.state = TokenizerMode.SCRIPT_DATA;
      else if (RAW.has(tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
      else if (tagName === 'title' || tagName === 'textarea') tokenizer.state = TokenizerMode.RCDATA;
      handler.open(tagName, new Map(attrs.map(({ name, value }) => [name, value])), location?.startLine ?? 1);
    },
    onEndTag: ({ tagName }) => {
      handler.close(tagName);
    },
    onCharacter: onText,
    onWhitespaceCharacter: onText,
    onNullCharacter: ignore,
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, tokens);
  tokenizer.write(html, true);
}
