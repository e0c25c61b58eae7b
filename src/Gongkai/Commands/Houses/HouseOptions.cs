using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;

namespace Gongkai.Commands.Houses;

/// <summary>The options by which a command finds a house, and the work it does in it.</summary>
internal sealed class HouseOptions
{
    /// <summary>Where a real house is when nothing else is said.</summary>
    public const string DefaultFolder = "./gongkai-data/house";

    private readonly Option<string> _data = new("--data")
    {
        Description = $"数据文件夹，不写时用 {DefaultFolder}。",
        HelpName = "文件夹",
        DefaultValueFactory = _ => DefaultFolder,
    };

    private readonly Option<string?> _db = new("--db")
    {
        Description = "PostgreSQL 连接串；不写时用数据文件夹里的数据库。",
        HelpName = "连接串",
    };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_db);
    }

    /// <summary>Where the house is, by the command line.</summary>
    public HouseAddress AddressIn(ParseResult parsed) => new(parsed.GetValue(_data)!, parsed.GetValue(_db));

    /// <summary>Opens the house that exists, works in it, and closes it.</summary>
    public Task<int> InHouseAsync(ParseResult parsed, Func<House, Task<int>> work, CancellationToken cancellation) =>
        WorkAsync(HouseOpening.OpenAsync(AddressIn(parsed), TimeProvider.System, cancellation), work);

    /// <summary>
    /// For commands that can do without a house: opens the one the command line names, or the one that stands at the usual place, or
    /// none when neither is so.
    /// </summary>
    public Task<int> InHouseOrNoneAsync(ParseResult parsed, Func<House?, Task<int>> work, CancellationToken cancellation)
    {
        var named = parsed.GetResult(_data) is { Implicit: false } || parsed.GetValue(_db) is not null;
        return named || File.Exists(AddressIn(parsed).DatabaseFile) ? InHouseAsync(parsed, work, cancellation) : work(null);
    }

    /// <summary>Opens the house or founds a real one, works in it, and closes it.</summary>
    public Task<int> InHouseOrNewAsync(ParseResult parsed, Func<House, Task<int>> work, CancellationToken cancellation) =>
        WorkAsync(HouseOpening.OpenOrFoundAsync(AddressIn(parsed), HouseKind.Real, TimeProvider.System, cancellation), work);

    /// <summary>Finds an agency of the house by its code, and works with it.</summary>
    public Task<int> WithAgencyAsync(
        ParseResult parsed, string code, Func<House, Agency, Task<int>> work, CancellationToken cancellation) =>
        InHouseAsync(parsed, async house =>
        {
            var agency = await new AgencyRegister(house, new ActRecorder(house)).FindAsync(code, AgencyScope.All, cancellation);
            return agency.IsRefused ? await Answer.RefuseAsync(agency.Refusal, ExitCode.Unreadable) : await work(house, agency.Value);
        }, cancellation);

    /// <summary>Who acts, when a command does: the name this computer knows the user by.</summary>
    public static string Who => $"{Environment.UserName}（命令行）";

    private static async Task<int> WorkAsync(Task<Outcome<House>> opening, Func<House, Task<int>> work)
    {
        var opened = await opening;
        if (opened.IsRefused) return await Answer.RefuseAsync(opened.Refusal, ExitCode.Unreadable);
        using var house = opened.Value;
        return await work(house);
    }
}
