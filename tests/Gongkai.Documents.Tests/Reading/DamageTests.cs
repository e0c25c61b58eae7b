using System.Diagnostics;
using CsCheck;
using Gongkai.Documents.Reading;
using Gongkai.Documents.Tests.Reading.Generated;

namespace Gongkai.Documents.Tests.Reading;

/// <summary>Damaged files are read or refused, never an exception and never a hang.</summary>
public sealed class DamageTests
{
    private const int Times = 400;

    public static TheoryData<string> Formats => ["docx", "html", "txt", "xml in docx"];

    [Theory(DisplayName = "翻转、删去、重复任意字节：要么读出，要么一句话拒绝")]
    [MemberData(nameof(Formats))]
    public void Any_damage_is_survived(string format)
    {
        var quirks = Quirks.Pairs[3];
        var pieces = PrintedReport.Of(new PlannedReport(quirks, 1));
        var whole = format switch { "html" => HtmlPrinter.Write(pieces, quirks), "txt" => TextPrinter.Write(pieces, quirks), _ => DocxPrinter.Write(pieces, quirks) };
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, 3], Gen.Int[1, 5000]).List[1, 12].Sample(damages =>
        {
            var bytes = whole.ToList();
            foreach (var (at, value, kind, length) in damages)
            {
                var start = at % bytes.Count;
                var count = Math.Min(length, bytes.Count - start);
                if (kind == 0) bytes[start] ^= (byte)(value | 1);
                else if (kind == 1 && count < bytes.Count) bytes.RemoveRange(start, count);
                else if (kind == 2) bytes.InsertRange(start, bytes.Skip(start).Take(count).ToList());
                else bytes[start] = value;
            }
            var clock = Stopwatch.StartNew();
            var outcome = AnnualReportReader.Read(format == "xml in docx" ? DocxPrinter.Package(System.Text.Encoding.Latin1.GetString([.. bytes])) : bytes.ToArray());
            return (outcome.IsRefused || outcome.Value.Report is not null) && clock.Elapsed < TimeSpan.FromSeconds(10);
        }, iter: Times, threads: 1);
    }

    [Fact(DisplayName = "网页在任何一处截断：要么读出，要么一句话拒绝")]
    public void A_page_may_be_cut_anywhere()
    {
        var quirks = Quirks.Pairs[5];
        var whole = HtmlPrinter.Write(PrintedReport.Of(new PlannedReport(quirks, 1)), quirks);
        for (var length = 0; length < whole.Length; length += 211)
        {
            var outcome = AnnualReportReader.Read(whole.AsMemory(0, length));
            Assert.True(outcome.IsRefused || outcome.Value.Report is not null);
        }
    }
}
