/** Look and behaviour of the pages: nothing is fetched, and without the script everything is shown. */

export const STYLE = `
:root{color-scheme:light dark;--page:#fff;--ink:#1b2733;--soft:#5b6875;--line:#d5dce3;--panel:#f5f7f9;--link:#1d5fa8;--error:#b3261e;--warning:#8f5b00;--info:#1d5fa8;--problem:#8f5b00;--suggestion:#1f6f43;--error-back:#fbe3e1;--warning-back:#fdf0d2;--info-back:#e2eefb;--problem-back:#fdf0d2;--suggestion-back:#dff3e6;--mark:#a87400}
@media (prefers-color-scheme:dark){:root{--page:#14191f;--ink:#e3e8ed;--soft:#9daab6;--line:#36414c;--panel:#1c232b;--link:#82b8f2;--error:#ff9a92;--warning:#efc25c;--info:#82b8f2;--problem:#efc25c;--suggestion:#7fd3a2;--error-back:#4a2220;--warning-back:#453612;--info-back:#1d3550;--problem-back:#453612;--suggestion-back:#193d29;--mark:#8a6d00}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif}
main{max-width:110rem;margin:0 auto;padding:1.2rem 1.5rem 4rem}
h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.2rem;margin:2rem 0 .2rem;overflow-wrap:anywhere}h3{font-size:1rem;margin:1.2rem 0 .4rem}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.note{color:var(--soft);margin:.2rem 0;overflow-wrap:anywhere}
.charts{display:flex;flex-wrap:wrap;gap:1rem 2rem;margin:1rem 0}figure{margin:0}figcaption{font-weight:600;margin-bottom:.3rem}
.key{font-weight:400;margin-left:.8rem;color:var(--soft)}.key svg{width:.8em;height:.8em;margin-right:.3em;vertical-align:-.05em}svg{max-width:100%;height:auto}svg text{fill:var(--ink);font-size:13px}svg .count{fill:var(--soft)}
.bar-error{fill:var(--error)}.bar-warning{fill:var(--warning)}.bar-info{fill:var(--info)}.bar-problem{fill:var(--problem)}.bar-suggestion{fill:var(--suggestion)}
form.filter{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;padding:.6rem .9rem;margin:1rem 0;background:var(--panel);border:1px solid var(--line);border-radius:.4rem}
form.filter[hidden]{display:none}fieldset{border:0;margin:0;padding:0;display:flex;gap:.9rem;flex-wrap:wrap}legend{float:left;margin-right:.9rem;padding:0;color:var(--soft)}
select,button{font:inherit;color:inherit;background:var(--page);border:1px solid var(--line);border-radius:.3rem;padding:.15rem .5rem;max-width:100%}
.pair{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem 1.5rem}
ol.list,ul.plain{list-style:none;margin:.5rem 0;padding:0}
.item{border:1px solid var(--line);border-left:.35rem solid var(--line);border-radius:.3rem;padding:.45rem .8rem;margin:.45rem 0;overflow-wrap:anywhere;break-inside:avoid;scroll-margin-top:5rem}
.item[hidden]{display:none}.item p{margin:.15rem 0}.item.deep{margin-left:1.5rem}.item.deeper{margin-left:3rem}
.item.error{border-left-color:var(--error)}.item.warning{border-left-color:var(--warning)}.item.info{border-left-color:var(--info)}.item.problem{border-left-color:var(--problem)}.item.suggestion{border-left-color:var(--suggestion)}
.badge{display:inline-block;border-radius:.25rem;padding:0 .45rem;margin-right:.5rem;font-weight:600}
.badge.error{color:var(--error);background:var(--error-back)}.badge.warning{color:var(--warning);background:var(--warning-back)}.badge.info{color:var(--info);background:var(--info-back)}.badge.problem{color:var(--problem);background:var(--problem-back)}.badge.suggestion{color:var(--suggestion);background:var(--suggestion-back)}
.item .side{color:var(--soft);font-size:.9em}.tag{display:inline-block;border:1px solid var(--line);border-radius:.25rem;padding:0 .4rem;margin:0 .3rem .1rem 0}
.view{min-width:0}.scroll{overflow:auto;max-height:80vh;border:1px solid var(--line);margin:.4rem 0 1rem}
.scroll table{border-collapse:collapse;font-size:13px}.scroll th,.scroll td{border:1px solid var(--line);padding:.15rem .4rem;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere;min-width:2.5rem;max-width:24rem}
.scroll th{background:var(--panel);color:var(--soft);font-weight:400;text-align:center}.scroll tbody th{white-space:nowrap}.scroll tr.hidden-row td{color:var(--soft);font-style:italic}
.scroll td.gap{color:var(--soft);text-align:center;background:var(--panel)}
td.error,.text-line.error{background:var(--error-back)}td.warning,.text-line.warning{background:var(--warning-back)}td.info,.text-line.info{background:var(--info-back)}td.problem,.text-line.problem{background:var(--problem-back)}td.suggestion,.text-line.suggestion{background:var(--suggestion-back)}
td[id],.text-line[id],.item{scroll-margin-top:6rem}:target{outline:3px solid var(--mark);outline-offset:-1px}
.back{font-size:.85em;margin-left:.3rem;text-decoration:none;border:1px solid currentColor;border-radius:.6rem;padding:0 .35rem;white-space:nowrap}
.text-line{margin:0;padding:.1rem .5rem;overflow-wrap:anywhere;white-space:pre-wrap}.text-line .no{color:var(--soft);margin-right:.6rem}
details{margin:.6rem 0}summary{cursor:pointer;color:var(--soft)}
@media (min-width:1200px){.pair.both{grid-template-columns:minmax(0,5fr) minmax(0,6fr)}.pair.both .view{position:sticky;top:4.5rem;align-self:start;max-height:calc(100vh - 5rem);overflow:auto}.pair.both .scroll{max-height:calc(100vh - 9rem)}}
@media print{:root{color-scheme:light;--page:#fff;--ink:#000;--soft:#444;--line:#999;--panel:#f3f3f3;--link:#000;--error:#a01a13;--warning:#7a4d00;--info:#174f8d;--problem:#7a4d00;--suggestion:#175a36;--error-back:#fbe3e1;--warning-back:#fdf0d2;--info-back:#e2eefb;--problem-back:#fdf0d2;--suggestion-back:#dff3e6}
@page{margin:14mm}body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}main{max-width:none;padding:0}form.filter{display:none!important}
.pair.both{display:block}.pair.both .view{position:static;max-height:none;overflow:visible}.scroll,.pair.both .scroll{overflow:visible;max-height:none;border:0}.scroll table{width:100%;table-layout:auto;font-size:8pt}.scroll th,.scroll td{max-width:none;min-width:2.6em}.scroll tbody th{min-width:0}tr{break-inside:avoid}thead{display:table-header-group}h2,h3{break-after:avoid}a{text-decoration:none}svg{max-width:48%}.charts{display:block}}
`;

/** Old browsers run it too: offices have them. Filters by kind (boxes), subject (a list) and one more box. */
export const SCRIPT = `(function () {
  var form = document.querySelector('form.filter');
  if (!form) return;
  form.hidden = false;
  var items = [].slice.call(document.querySelectorAll('[data-kind]'));
  var output = form.querySelector('output');
  function apply() {
    var kinds = {};
    [].forEach.call(form.querySelectorAll('input[name=kind]'), function (box) { kinds[box.value] = box.checked; });
    var select = form.querySelector('select');
    var subject = select ? select.value : '';
    var only = form.querySelector('input[name=only]');
    var shown = 0;
    items.forEach(function (item) {
      var subjects = (item.getAttribute('data-subject') || '').split(' ');
      var fits = kinds[item.getAttribute('data-kind')] !== false
        && (subject === '' || subjects.indexOf(subject) >= 0)
        && (!only || !only.checked || item.getAttribute('data-only') === '1');
      item.hidden = !fits;
      if (fits) shown += 1;
    });
    output.textContent = output.getAttribute('data-text').replace('{n}', shown).replace('{all}', items.length);
  }
  form.addEventListener('change', apply);
  form.addEventListener('reset', function () { setTimeout(apply, 0); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  apply();
})();`;

/** SHA-256 of the script, by which the page's own policy lets it run and no other. */
export const SCRIPT_HASH = 'sha256-c8sT25v8JSjOCC4TWVLXER3PF4OMqSvW+2i67CJvuX8=';
