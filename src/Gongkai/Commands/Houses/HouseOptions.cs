using System.CommandLine;
using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.Domain;
using Gongkai.Hosting;

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

    /// <summary>The environment variable that names the database where the command line does not.</summary>
    public const string DatabaseName = "GONGKAI_DB";

    private readonly Option<string?> _db = new("--db")
    {
        Description = $"PostgreSQL 连接串；不写时用环境变量 {DatabaseName}（或 {DatabaseName}_FILE 指定的文件），都没有就用数据文件夹里的数据库。带口令的写在环境变量里：命令行别的用户看得到。",
        HelpName = "连接串",
    };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_db);
    }

    /// <summary>Where the house is, by the command line and the environment.</summary>
    public Outcome<HouseAddress> AddressIn(ParseResult parsed)
    {
        var folder = parsed.GetValue(_data)!;
        if (parsed.GetValue(_db) is { } named) return new HouseAddress(folder, named);
        return SecretSetting.Read(DatabaseName).Then<HouseAddress>(database => new HouseAddress(folder, database));
    }

    /// <summary>Opens the house that exists, works in it, and closes it.</summary>
    public Task<int> InHouseAsync(ParseResult parsed, Func<House, Task<int>> work, CancellationToken cancellation) =>
        WorkAsync(parsed, address => HouseOpening.OpenAsync(address, TimeProvider.System, cancellation), work);

    /// <summary>
    /// For commands that can do without a house: opens the one the command line names, or the one that stands at the usual place, or
    /// none when neither is so.
    /// </summary>
    public Task<int> InHouseOrNoneAsync(ParseResult parsed, Func<House?, Task<int>> work, CancellationToken cancellation)
    {
        // What the environment names is where the house is, not a wish to use it: this command can do without.
        var named = parsed.GetResult(_data) is { Implicit: false } || parsed.GetValue(_db) is not null;
        return named || File.Exists(new HouseAddress(parsed.GetValue(_data)!).DatabaseFile) ? InHouseAsync(parsed, work, cancellation) : work(null);
    }

    /// <summary>Opens the house or founds a real one, works in it, and closes it.</summary>
    public Task<int> InHouseOrNewAsync(ParseResult parsed, Func<House, Task<int>> work, CancellationToken cancellation) =>
        WorkAsync(parsed, address => HouseOpening.OpenOrFoundAsync(address, HouseKind.Real, TimeProvider.System, cancellation), work);

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

    private async Task<int> WorkAsync(ParseResult parsed, Func<HouseAddress, Task<Outcome<House>>> open, Func<House, Task<int>> work)
    {
        var address = AddressIn(parsed);
        if (address.IsRefused) return await Answer.RefuseAsync(address.Refusal, ExitCode.Usage);
        var opened = await open(address.Value);
        if (opened.IsRefused) return await Answer.RefuseAsync(opened.Refusal, ExitCode.Unreadable);
        using var house = opened.Value;
        return await work(house);
    }
}
