using System.Text;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Search;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;

namespace Gongkai.App.Tests.Search;

/// <summary>A house with documents to be found.</summary>
internal sealed class ALibrary(TestHouse house, AgencyId agency) : IAsyncDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public TestHouse House { get; } = house;

    public AgencyId Agency { get; } = agency;

    public Searching Searching { get; } = new(house.House);

    /// <summary>Titles and bodies, and whose each is.</summary>
    public List<string> Texts { get; } = [];

    public List<Guid> Documents { get; } = [];

    public static async Task<ALibrary> OpenAsync(DatabaseEngine engine)
    {
        var house = await TestHouse.CreateAsync(engine);
        return new ALibrary(house, (await house.RegisterAgencyAsync()).Id);
    }

    public async Task<Guid> AddAsync(string title, string text, DateOnly? on = null, string kind = "notice", string? validity = null)
    {
        var id = Guid.CreateVersion7();
        await PutAsync(id, title, text, on ?? new DateOnly(2026, 3, 2), kind, validity);
        return id;
    }

    public Task PutAsync(Guid id, string title, string text, DateOnly on, string kind = "notice", string? validity = null)
    {
        Texts.AddRange([title, text]);
        Documents.AddRange([id, id]);
        return WriteAsync(acts => acts.IndexAsync(new SearchableDocument(id, Agency, on, kind, validity, title, [text]), Cancellation));
    }

    public Task AddManyAsync(int count, Func<int, (string Title, string Text)> make) => WriteAsync(async acts =>
    {
        for (var number = 0; number < count; number++)
        {
            var (title, text) = make(number);
            await acts.IndexAsync(new SearchableDocument(Guid.CreateVersion7(), Agency, new DateOnly(2026, 3, 2), "notice", null, title, [text]), Cancellation);
        }
    });

    public Task RemoveAsync(Guid id) => WriteAsync(acts => acts.TakeOutAsync(id, Cancellation));

    public async Task<SearchAnswer> FindAsync(SearchRequest request, int skip = 0, int take = 200) =>
        (await Searching.FindAsync(AgencyScope.All, request, skip, take, Cancellation)).Value;

    public async Task<IReadOnlyList<Guid>> IdsAsync(SearchRequest request) => [.. (await FindAsync(request)).Hits.Select(hit => hit.DocumentId)];

    public Task<IReadOnlyList<Guid>> IdsAsync(string typed) => IdsAsync(new SearchRequest(typed));

    public async Task<string?> RefusalAsync(string typed) =>
        (await Searching.FindAsync(AgencyScope.All, new SearchRequest(typed), 0, 10, Cancellation)).Refusal?.Code;

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private async Task WriteAsync(Func<ActSession, Task> work) => Assert.Null((await House.Recorder.RecordAsync<bool>(Agency, async (acts, _) =>
    {
        await work(acts);
        return true;
    }, Cancellation)).Refusal);
}

/// <summary>Plainly made-up text with everything that a tokeniser can stumble over.</summary>
internal static class MadeUp
{
    private static readonly string[] Words =
    [
        "政府信息公开", "应急管理", "安全生产", "行政许可", "街道办事处", "通知", "公告", "2026年", "第3号", "〔2025〕12号", "GB/T 1234", "Ａｂｃ", "x=1", "㎡",
        "（试行）", "。", "，", "\n", " ", "　", "“", "—", "𠮷", "①", "é", "的", "和", "了", "在", "电话010-60000000", "pdf",
    ];

    public static string Title(Random random) => $"关于{Text(random, 12)}的通知";

    public static string Text(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length) text.Append(Words[random.Next(Words.Length)]);
        return text.ToString();
    }
}
