using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Agencies.Imports;

/// <summary>Takes the lines of a table into a house within one transaction: regions first, then agencies, then who belongs to whom, then people.</summary>
internal sealed class AgencyImportPlan(ActSession acts, DateOnly today, string who, bool activates)
{
    private readonly Dictionary<string, Region> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Agency> _agencies = new(StringComparer.Ordinal);
    private readonly HashSet<int> _changed = [];

    public async Task LoadAsync(CancellationToken cancellation)
    {
        await foreach (var region in acts.Db.Regions.AsAsyncEnumerable().WithCancellation(cancellation)) _regions.Add(region.Code, region);
        await foreach (var agency in acts.Db.Agencies.AsAsyncEnumerable().WithCancellation(cancellation)) _agencies.Add(agency.Code, agency);
    }

    public async Task<AgencyImportResult> TakeAsync(IReadOnlyList<AgencyLine> lines, CancellationToken cancellation)
    {
        foreach (var line in lines.Where(line => line.Kind is not (AgencyLine.Region or AgencyLine.Agency or AgencyLine.Person)))
            line.Refuse($"“{AgencyColumn.Line}”要填“{AgencyLine.Region}”“{AgencyLine.Agency}”或“{AgencyLine.Person}”。");
        foreach (var line in Of(lines, AgencyLine.Region)) TakeRegion(line);
        var agencies = Of(lines, AgencyLine.Agency).ToList();
        foreach (var twice in agencies.Where(line => line.Text(AgencyColumn.Code) is not null).GroupBy(line => line.Text(AgencyColumn.Code)).Where(same => same.Count() > 1))
            twice.Last().Refuse($"机关代码“{twice.Key}”在表里出现两次，先在第 {twice.First().Number} 行。");
        foreach (var line in agencies) await TakeAgencyAsync(line, cancellation);
        foreach (var line in agencies) Place(line);
        // Posts are looked up in the tables: what this file founded must stand there first.
        var people = new PeopleImport(acts, _agencies, today, who, activates);
        foreach (var line in Of(lines, AgencyLine.Person))
        {
            if (await people.TakeAsync(line, cancellation)) _changed.Add(line.Number);
        }
        return new AgencyImportResult([], _changed.Count, lines.Count - _changed.Count, people.Accounts, people.Waiting);
    }

    private static IEnumerable<AgencyLine> Of(IEnumerable<AgencyLine> lines, string kind) => lines.Where(line => line.Kind == kind);

    private void TakeRegion(AgencyLine line)
    {
        if (line.Need("行政区划代码") is not { } text || line.Need(AgencyColumn.RegionName) is not { } name) return;
        var code = RegionCode.Parse(text);
        if (code.IsRefused)
        {
            line.Refuse(code.Refusal.Message);
            return;
        }
        if (!_regions.TryGetValue(text, out var region))
        {
            _regions.Add(text, region = new Region { Code = text, Name = name, ParentCode = code.Value.Above?.Text });
            acts.Db.Regions.Add(region);
            _changed.Add(line.Number);
        }
        else if (region.Name != name)
        {
            region.Name = name;
            _changed.Add(line.Number);
        }
    }

    private async Task TakeAgencyAsync(AgencyLine line, CancellationToken cancellation)
    {
        if (line.Need(AgencyColumn.Code) is not { } code || line.Need(AgencyColumn.Name) is not { } name) return;
        var answers = ProfileFields.All.Where(item => line.Text(item.Name) is not null).ToDictionary(item => item.Field, item => line.Text(item.Name));
        var from = line.Day(AgencyColumn.From) ?? today;
        if (from > today) line.Refuse($"机关行的“{AgencyColumn.From}”不能晚于今天 {today:yyyy-MM-dd}。");
        if (_agencies.TryGetValue(code, out var agency))
        {
            Note(line, ProfileActs.Rename(acts, agency, name, from, who));
        }
        else
        {
            if (AgencyFounding.Forbids(code) is { } wrong)
            {
                line.Refuse(wrong.Message);
                return;
            }
            var kind = KindWords.TryParse(line.Text("机关类别") ?? KindWords.Of(AgencyKind.Department), out var parsed) ? parsed : AgencyKind.Department;
            _agencies.Add(code, agency = AgencyFounding.Add(acts, code, name, kind, from, who));
            _changed.Add(line.Number);
        }
        Note(line, ProfileActs.Change(acts, agency, answers, from, who));
        if (agency.RegionCode is { } region && answers.ContainsKey(ProfileField.Region) && !_regions.ContainsKey(region))
            line.Refuse($"没有登记行政区划“{region}”。请在表里加一行“{AgencyLine.Region}”，写明代码和名称。");
        await TakeSettingsAsync(line, agency.Id, from, cancellation);
    }

    private async Task TakeSettingsAsync(AgencyLine line, AgencyId agency, DateOnly from, CancellationToken cancellation)
    {
        foreach (var channel in Enum.GetValues<ApplicationChannel>())
        {
            var (open, reach, signIn) = (line.Either(AgencyColumn.Open(channel), "开通", "关闭"), line.Text(AgencyColumn.Reach(channel)), line.Text(AgencyColumn.SignIn(channel)));
            if (open is null && reach is null && signIn is null) continue;
            Note(line, await ProfileActs.AnnounceAsync(acts, agency, new ChannelAnnouncement(channel, open ?? true, reach, signIn), from, who, cancellation));
        }
        foreach (var module in Enum.GetValues<AgencyModule>())
        {
            if (line.Either(AgencyColumn.Module(module), "启用", "停用") is { } on)
                Note(line, await ProfileActs.SwitchAsync(acts, agency, module, on, from, who, cancellation));
        }
        await TakePlaceAsync(line, agency, from, cancellation);
        foreach (var body in Enum.GetValues<RemedyBody>())
        {
            if (line.Text(AgencyColumn.RemedyName(body)) is { } name)
                Note(line, await ProfileActs.NameRemedyAsync(acts, agency,
                    new Remedy(body, name, line.Text(AgencyColumn.RemedyAddress(body)), line.Text(AgencyColumn.RemedyNote(body))), from, who, cancellation));
        }
    }

    private async Task TakePlaceAsync(AgencyLine line, AgencyId agency, DateOnly from, CancellationToken cancellation)
    {
        if (line.Text(AgencyColumn.Place) is not { } word) return;
        var places = Enum.GetValues<PublicationPlace>().Where(place => KindWords.Of(place) == word).ToList();
        if (places is not [var place]) line.Refuse($"“{AgencyColumn.Place}”没有“{word}”这一种。可以填：{string.Join("、", Enum.GetValues<PublicationPlace>().Select(KindWords.Of))}。");
        else Note(line, await ProfileActs.PlaceAsync(acts, agency,
            new PublicationPlan(place, line.Text(AgencyColumn.Site), line.Text(AgencyColumn.Column), line.Text(AgencyColumn.Keeper)), from, who, cancellation));
    }

    private void Place(AgencyLine line)
    {
        if (line.Text(AgencyColumn.Code) is not { } code || !_agencies.TryGetValue(code, out var agency)) return;
        var (parent, authority) = (Find(line, AgencyColumn.Parent) ?? agency.ParentId, Find(line, AgencyColumn.Authority) ?? agency.AuthorityId);
        var above = _agencies.Values.ToDictionary(row => row.Id, row => row.ParentId);
        above[agency.Id] = parent;
        if (AgencyTree.Circle(above, agency.Id)) line.Refuse(AgencyTree.CircleRefusal.Message);
        else Note(line, ProfileActs.Supervise(acts, agency, parent, authority, today, who));
    }

    private AgencyId? Find(AgencyLine line, string column)
    {
        if (line.Text(column) is not { } code) return null;
        if (_agencies.TryGetValue(code, out var agency)) return agency.Id;
        line.Refuse($"“{column}”：没有代码为“{code}”的机关，表里也没有。");
        return null;
    }

    private void Note(AgencyLine line, Outcome<bool> changed)
    {
        if (changed.IsRefused) line.Refuse(changed.Refusal.ToString());
        else if (changed.Value) _changed.Add(line.Number);
    }
}
