/** Papers as typst reads them. All words come as `data`; here stands form alone. */
const frame = `
#set document(title: data.title)
#set text(lang: data.lang, size: 10.5pt, hyphenate: true)
#set par(leading: 0.62em)
#set page(paper: "a4", margin: (x: 2cm, top: 2.2cm, bottom: 2.4cm), footer: context [#set text(size: 8.5pt); #data.title #h(1fr) #data.page #counter(page).display("1 / 1", both: true)])
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#set table(stroke: (x, y) => (bottom: 0.5pt + luma(120)), inset: (x: 5pt, y: 6pt))
#show table.cell.where(y: 0): strong
#if data.fictional != none [#block(fill: luma(235), inset: 6pt, width: 100%)[*#data.fictional*]]
#text(size: 9pt)[#data.region]
= #data.title
#data.about
#v(6pt)
#let lines(text) = text.split("\\n").join(linebreak())
#let sheet(head, rows, columns) = table(columns: columns, table.header(..head.map(word => [#word])), ..rows.flatten().map(cell => [#lines(cell)]))
`;

export const minutesTemplate = `${frame}
#if data.rows.len() == 0 [#data.none] else { sheet(data.head, data.rows, (3fr, 2.4fr, 3.4fr, 2.4fr, 2fr)) }
== #data.attended
#for n in range(1, 9) [#block(above: 20pt)[#n. #box(width: 85%, repeat[.])]]
`;

export const changesTemplate = `${frame}
#if data.rows.len() == 0 [#data.none] else { sheet(data.head, data.rows, (1.6fr, 2.5fr, 1.3fr, 4fr)) }
`;

export const commitmentTemplate = `${frame}
#data.commit
#for one in data.initiatives [
  == #one.name
  #for (label, value) in one.facts [/ #label: #value
  ]
]
== #data.tasks
#if data.asked.len() == 0 [#data.tasksNone] else { list(..data.asked.map(line => [#line])) }
#v(14pt)
#block(breakable: false)[
  #data.place: #box(width: 60%, repeat[.])
  #v(10pt)
  #grid(columns: (1fr, 1fr), gutter: 24pt, ..data.signs.map(who => [#who #v(52pt) #box(width: 90%, repeat[.]) \\ #text(size: 8.5pt)[#data.sign]]))
]
`;
