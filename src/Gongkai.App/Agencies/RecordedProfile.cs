using System.Text.Json;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;

namespace Gongkai.App.Agencies;

/// <summary>A row with days as an act tells of it. What stands in the private part is null when that cannot be read.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Facts">What the facts tell.</param>
/// <param name="Words">What the private part tells, or null.</param>
/// <param name="MoreMayFollow">True when an earlier version told the first of the words only.</param>
internal sealed record RecordedRow(string Name, string Facts, string? Words, bool MoreMayFollow = false)
{
    /// <summary>True when a row says the same, as far as can be told.</summary>
    public bool Fits(RecordedRow row) => Facts == row.Facts && (Words is null || row.Words is null || Words == row.Words
        || MoreMayFollow && row.Words.StartsWith(Words + '\n', StringComparison.Ordinal));

    public static string Join(params string?[] words) => string.Join('\n', words.Select(word => word ?? ""));
}

/// <summary>What the acts of a chain tell of an agency's profile (台账里的机关资料), act by act.</summary>
internal sealed class RecordedProfile
{
    private static readonly Dictionary<string, Action<RecordedProfile, Entry>> Readers = new(StringComparer.Ordinal)
    {
        [AgencyRegistered.Kind.ToString()] = (profile, entry) => profile.Register(entry),
        [AgencyRenamed.Kind.ToString()] = (profile, entry) => profile.Rename(entry),
        [AgencySupervised.Kind.ToString()] = (profile, entry) => profile.Supervised = AgencySupervised.Read(entry.Facts),
        [ProfileChanged.Kind.ToString()] = (profile, entry) => profile.Change(entry),
        [ChannelAnnounced.Kind.ToString()] = (profile, entry) => profile.Announce(entry),
        [ModuleSwitched.Kind.ToString()] = (profile, entry) => profile.Rows.Add(
            Of(ModuleSwitched.Read(entry.Facts), entry.On)),
        [PublicationPlaced.Kind.ToString()] = (profile, entry) => profile.Rows.Add(
            Of(PublicationPlaced.Read(entry.Facts).Place, entry.On, entry.Word("site"), entry.Word("column"), entry.Word("keeper"), entry.IsRead)),
        [RemedyNamed.Kind.ToString()] = (profile, entry) => profile.Rows.Add(
            Of(RemedyNamed.Read(entry.Facts).Body, entry.On, entry.Word("name"), entry.Word("address"), entry.Word("note"), entry.IsRead)),
        [PostAppointed.Kind.ToString()] = (profile, entry) => profile.Posts[entry.Subject] = Of(PostAppointed.Read(entry.Facts), entry.On, null),
        [PostEnded.Kind.ToString()] = (profile, entry) => profile.End(entry),
    };

    /// <summary>Kinds of acts that tell of a profile.</summary>
    public static IReadOnlyCollection<string> KindNames => Readers.Keys;

    /// <summary>Name of the agency; null while no readable act told it.</summary>
    public string? Name { get; private set; }

    /// <summary>Its code, likewise.</summary>
    public string? Code { get; private set; }

    /// <summary>Where it belongs; null while nobody said.</summary>
    public AgencySupervised? Supervised { get; private set; }

    /// <summary>Answers that are known from the acts.</summary>
    public Dictionary<ProfileField, string?> Answers { get; } = [];

    /// <summary>Channels as they were announced last.</summary>
    public Dictionary<ApplicationChannel, RecordedRow> Channels { get; } = [];

    /// <summary>Modules, places and remedies with their days, and former names.</summary>
    public List<RecordedRow> Rows { get; } = [];

    /// <summary>Posts by their identity.</summary>
    public Dictionary<Guid, RecordedRow> Posts { get; } = [];

    /// <summary>Takes an act.</summary>
    public void Take(LedgerEntryRow row, PrivatePart? said)
    {
        using var document = JsonDocument.Parse(row.FactsText);
        Readers[row.Kind](this, new Entry(document.RootElement.GetProperty("facts"), row.SubjectId, row.EffectiveOn, said?.References));
    }

    public static RecordedRow Of(ModuleSwitched switched, DateOnly from) =>
        new("模块", RecordedRow.Join(EnumCode<AgencyModule>.Of(switched.Module), $"{switched.On}", Day(from)), null);

    public static RecordedRow Of(PublicationPlace place, DateOnly from, string? site, string? column, string? keeper, bool isRead) =>
        new("发布位置", RecordedRow.Join(EnumCode<PublicationPlace>.Of(place), Day(from)), isRead ? RecordedRow.Join(site, column, keeper) : null);

    public static RecordedRow Of(RemedyBody body, DateOnly from, string? name, string? address, string? note, bool isRead) =>
        new("复议机关和法院", RecordedRow.Join(EnumCode<RemedyBody>.Of(body), Day(from)),
            !isRead ? null : note is null ? RecordedRow.Join(name, address) : RecordedRow.Join(name, address, note), note is null);

    public static RecordedRow Of(PostAppointed post, DateOnly from, DateOnly? until) =>
        new("任职", RecordedRow.Join($"{post.Person.Value}", EnumCode<PostRole>.Of(post.Role), $"{post.Substitute}", Day(from), Day(until)), null);

    public static RecordedRow Of(bool open, DateOnly since, string? reach, string? signIn, bool isRead) =>
        new("申请渠道", RecordedRow.Join($"{open}", Day(since)), isRead ? RecordedRow.Join(reach, signIn) : null);

    public static RecordedRow OfFormerName(DateOnly until, string? name) => new("曾用名", Day(until), name);

    private static string Day(DateOnly? on) => on?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private void Register(Entry entry)
    {
        (Name, Code) = (entry.Word("name"), entry.Word("code"));
        Answer(entry, ProfileFields.All.Select(item => item.Field));
        Answers[ProfileField.Kind] = KindWords.Of(AgencyRegistered.Read(entry.Facts).Agency);
    }

    private void Rename(Entry entry)
    {
        Rows.Add(OfFormerName(entry.On.AddDays(-1), entry.Word("before")));
        Name = entry.Word("after");
    }

    private void Change(Entry entry) => Answer(entry, ProfileChanged.Read(entry.Facts).Fields);

    // An answer that an act changed without saying to what is not known from then on.
    private void Answer(Entry entry, IEnumerable<ProfileField> fields)
    {
        foreach (var field in fields)
        {
            if (entry.Said is { } said && ProfileReferences.TryAfter(said, field, out var after)) Answers[field] = after;
            else Answers.Remove(field);
        }
    }

    private void Announce(Entry entry)
    {
        var said = ChannelAnnounced.Read(entry.Facts);
        Channels[said.Channel] = Of(said.Open, entry.On, entry.Word("reach"), entry.Word("signIn"), entry.IsRead);
    }

    private void End(Entry entry)
    {
        if (Posts.TryGetValue(entry.Subject, out var post)) Posts[entry.Subject] = post with { Facts = post.Facts + Day(entry.On) };
    }

    /// <summary>An act: its facts, and its references where the private part can be read.</summary>
    private sealed record Entry(JsonElement Facts, Guid Subject, DateOnly On, IReadOnlyDictionary<string, string>? Said)
    {
        public bool IsRead => Said is not null;

        public string? Word(string name) => Said?.GetValueOrDefault(name);
    }
}
