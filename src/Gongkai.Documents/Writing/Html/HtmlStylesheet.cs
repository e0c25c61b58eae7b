namespace Gongkai.Documents.Writing.Html;

/// <summary>Style sheet of the page that stands alone: paper, thin rules, figures that line up; on a printer, the page of GB/T 9704.</summary>
internal static class HtmlStylesheet
{
    // Holds no < > &: it is written as text of an element.
    public const string Text = """

        html { font-size: 16px; -webkit-text-size-adjust: 100%; }
        body { margin: 0; color: #1d2733; background: #f5f6f4; line-height: 1.75;
          font-family: "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 2.25rem 4rem; background: #fff; border-top: 4px solid #a8322a; }
        h1, h2 { font-family: "Source Han Serif SC", "Noto Serif CJK SC", STSong, SimSun, serif; font-weight: 700; line-height: 1.45; }
        h1 { margin: 0 0 2rem; font-size: 1.9rem; text-align: center; }
        h2 { margin: 2.2rem 0 .8rem; font-size: 1.3rem; }
        p { margin: 0 0 .6rem; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
        .lead { font-weight: 700; }
        .demo { margin: 0 0 1.5rem; padding: .4rem 1rem; border: 1px solid #a8322a; color: #a8322a; text-align: center; text-indent: 0; }
        .signature { margin: 0; padding-right: 4em; text-align: right; text-indent: 0; }
        h2 + .signature, div + .signature, p + .signature { margin-top: 2rem; }
        .signature + .signature { margin-top: 0; }
        .scroll { overflow-x: auto; margin: 0 0 1rem; }
        .scroll:focus-visible { outline: 3px solid #e8a200; outline-offset: 2px; }
        table { width: 100%; border-collapse: collapse; font-size: .92rem; line-height: 1.5; }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        th, td { padding: .35rem .6rem; border: 1px solid #c3cad2; text-align: left; vertical-align: middle; font-weight: 400; }
        th[scope^="col"] { background: #f1f4f6; color: #4a5866; text-align: center; }
        th[scope="col"] { min-width: 2em; }
        tbody th[scope="colgroup"] { color: #1d2733; }
        td { text-align: center; white-space: nowrap; }
        td.n { text-align: right; font-variant-numeric: tabular-nums; }
        td.n[colspan], tbody:not(:only-of-type) td.n { text-align: center; }
        td.state { color: #8a5a00; }
        @media (max-width: 40rem) { main { padding: 1.5rem 1rem 3rem; } table { min-width: 44rem; } h1 { font-size: 1.5rem; } }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        @media print {
          body { background: none; color: #000; font-family: FangSong, STFangsong, "Noto Serif CJK SC", serif; font-size: 12pt; }
          main { max-width: none; padding: 0; border: 0; }
          .scroll { overflow: visible; }
          table { min-width: 0; font-size: 8.5pt; } th, td { padding: 1mm; border-color: #000; }
          td { white-space: normal; }
          thead { display: table-header-group; } tbody, tr { break-inside: avoid; } h2 { break-after: avoid; }
        }

        """;
}
