namespace Gongkai.Web.Desk;

/// <summary>What is wrong with a form (填写错误), in the order it was found.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Message)> _all = [];

    /// <summary>Field and sentence.</summary>
    public IReadOnlyList<(string Field, string Message)> All => _all;

    /// <summary>Adds one.</summary>
    public void Add(string field, string message) => _all.Add((field, message));

    /// <summary>The sentence for a field, or null.</summary>
    public string? Of(string field) => _all.Find(error => error.Field == field).Message;
}
