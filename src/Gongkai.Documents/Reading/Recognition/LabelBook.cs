using System.Text.Json;
using Gongkai.Documents.Data;
using Gongkai.Domain.AnnualReports;

namespace Gongkai.Documents.Reading.Recognition;

/// <summary>The labels of both forms and the ways they are really printed, from <c>data/forms/</c>.</summary>
internal static class LabelBook
{
    private static readonly JsonElement Variants = Load();

    /// <summary>Rows of section two, e.g. <c>licences</c>.</summary>
    public static LabelSet Proactive { get; } = Of("proactive", []);

    /// <summary>Column heads of section two, e.g. <c>issued</c>.</summary>
    public static LabelSet ProactiveColumns { get; } = Of("proactiveColumns", []);

    /// <summary>Rows of section three, e.g. <c>refused.stateSecret</c>.</summary>
    public static LabelSet Requests { get; } = Of("requests", BuiltInForms.All.SelectMany(RequestRows));

    /// <summary>Labels of section three that head several rows, and so none.</summary>
    public static LabelSet RequestGroups { get; } = new(Variants.GetProperty("requestGroups").EnumerateArray().Select(label => (label.GetString()!, "group")));

    /// <summary>Column heads of section three, e.g. <c>naturalPerson</c>; <c>none</c> for a column that is not of the form.</summary>
    public static LabelSet RequestColumns { get; } = Of("requestColumns", []);

    /// <summary>Heads over several columns of section three.</summary>
    public static LabelSet RequestHeads { get; } = new(Variants.GetProperty("requestHeads").EnumerateArray().Select(label => (label.GetString()!, "head")));

    /// <summary>The three groups of section four.</summary>
    public static LabelSet DisputeGroups { get; } = Of("disputeGroups", []);

    /// <summary>Column heads of section four, e.g. <c>upheld</c>.</summary>
    public static LabelSet DisputeColumns { get; } = Of("disputeColumns", []);

    /// <summary>Groups and columns of section four together, for heads that are one text: groups carry the prefix <c>group:</c>.</summary>
    public static LabelSet DisputeHeads { get; } = new(Pairs("disputeGroups").Select(pair => (pair.Label, "group:" + pair.Key)).Concat(Pairs("disputeColumns")));

    /// <summary>Section titles; the key is the number.</summary>
    public static LabelSet Sections { get; } = new(Variants.GetProperty("sections").EnumerateArray()
        .SelectMany((titles, index) => titles.EnumerateArray().Select(title => (title.GetString()!, (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))));

    private static LabelSet Of(string part, IEnumerable<(string Label, string Key)> exact) => new(exact.Concat(Pairs(part)));

    private static IEnumerable<(string Label, string Key)> Pairs(string part) => Variants.GetProperty(part).EnumerateObject()
        .SelectMany(entry => entry.Value.EnumerateArray().Select(label => (label.GetString()!, entry.Name)));

    // 3.其他 is left out: alone it may also be （六）其他, and the rows around it must tell.
    private static IEnumerable<(string Label, string Key)> RequestRows(ReportForm form) =>
        from row in form.Tables.Single(table => table.Id == "requests").Rows
        let number = row.FirstOrDefault(cell => cell.Key is not null)
        where number is not null && number.Key!.Value.Row != "other.other"
        select (row.Last(cell => cell.Heads == FormHeading.Row).Label, number.Key!.Value.Row);

    private static JsonElement Load()
    {
        using var stream = BuiltInData.Open("forms/labels.json");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
