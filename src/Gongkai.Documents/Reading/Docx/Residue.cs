namespace Gongkai.Documents.Reading.Docx;

/// <summary>Gathers what an unfinished Word document gives away, each sort once.</summary>
internal sealed class Residue
{
    private readonly List<Leftover> _found = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Leftover> Found => _found;

    public void TrackedChange() => Once(LeftoverKind.TrackedChange, "修订");

    public void Comment() => Once(LeftoverKind.Comment, "批注");

    public void Placeholder() => Once(LeftoverKind.Placeholder, "未填写的内容控件");

    public void HiddenText(string text) => Once(LeftoverKind.HiddenText, text.Length > 80 ? text[..80] : text);

    private void Once(LeftoverKind kind, string text)
    {
        if (_found.All(leftover => leftover.Kind != kind)) _found.Add(new Leftover(kind, text, "document"));
    }
}
