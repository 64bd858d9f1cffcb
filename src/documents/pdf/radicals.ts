/** Some programs write the radicals of the dictionary in place of the characters that look alike: ⽀ for 支, ⻓ for 长. */

/** Those of the supplement have no compatibility character: radical and character in turn. */
const SUPPLEMENT =
  '⺁厂⺇几⺎兀⺏尢⺐尣⺟母⺠民⺫罒⺬示⺮竹⺱网⺲罒⺶羊⺷羊⺸羊⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯竜⻰龙⻱龟⻲龟⻳龟';
const CHARACTERS = new Map<string, string>();
for (const [, radical = '', character = ''] of SUPPLEMENT.matchAll(/(.)(.)/gu)) CHARACTERS.set(radical, character);

export function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/gu, (one) => CHARACTERS.get(one) ?? one.normalize('NFKC'));
}
