using Gongkai.App.Acts;
using Gongkai.App.Agencies;
using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.Files;
using Gongkai.App.Houses;
using Gongkai.Domain.Agencies;

namespace Gongkai.Testing;

/// <summary>A house of a test's own, made by copying one that was migrated once, and removed with the test.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private static readonly string Root = MakeRoot();

    private static readonly Dictionary<DatabaseEngine, Lazy<Task<HouseAddress>>> Templates = Enum.GetValues<DatabaseEngine>()
        .ToDictionary(engine => engine, engine => new Lazy<Task<HouseAddress>>(() => FoundTemplateAsync(engine)));

    private TestHouse(House house, FakeClock clock)
    {
        House = house;
        Clock = clock;
        Recorder = new ActRecorder(house);
        Agencies = new AgencyRegister(house, Recorder);
        Audit = new AuditLog(house);
        Intake = new FileIntake(house, Audit);
    }

    /// <summary>The house.</summary>
    public House House { get; }

    /// <summary>Its clock; it begins on 2026-03-02 at 9:00 in China.</summary>
    public FakeClock Clock { get; }

    /// <summary>Its recorder.</summary>
    public ActRecorder Recorder { get; }

    /// <summary>Its register of agencies.</summary>
    public AgencyRegister Agencies { get; }

    /// <summary>Its audit log.</summary>
    public AuditLog Audit { get; }

    /// <summary>The door that files come in by.</summary>
    public FileIntake Intake { get; }

    /// <summary>A folder that does not exist yet and goes with the test run.</summary>
    public static string NewFolder() => Path.Combine(Root, Guid.NewGuid().ToString("N"));

    /// <summary>A clock as tests' houses have.</summary>
    public static FakeClock NewClock() => new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    /// <summary>An address at which nothing is yet.</summary>
    public static async Task<HouseAddress> NewAddressAsync(DatabaseEngine engine) =>
        new(NewFolder(), engine == DatabaseEngine.Postgres ? await PrivatePostgres.CreateDatabaseAsync() : null);

    /// <summary>A founded, empty house.</summary>
    public static async Task<TestHouse> CreateAsync(DatabaseEngine engine)
    {
        var template = await Templates[engine].Value;
        var address = new HouseAddress(NewFolder(), template.Postgres is { } database ? await PrivatePostgres.CreateDatabaseAsync(database) : null);
        foreach (var file in Directory.EnumerateFiles(template.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(address.Folder, Path.GetRelativePath(template.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var clock = NewClock();
        return new TestHouse((await HouseOpening.OpenAsync(address, clock, CancellationToken.None)).Value, clock);
    }

    /// <summary>Registers a plainly made-up agency.</summary>
    public async Task<Agency> RegisterAgencyAsync(string name = "示范区测试局", string? code = null) => (await Agencies.RegisterAsync(
        new Agency { Id = new AgencyId(Guid.CreateVersion7()), Code = code ?? $"TEST-{Guid.NewGuid():N}", Name = name, Kind = AgencyKind.Department },
        new DateOnly(2026, 3, 2), "测试员", CancellationToken.None)).Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Audit.DisposeAsync();
        House.Dispose();
        if (House.Address.Postgres is { } database) await PrivatePostgres.DropDatabaseAsync(database);
        Directory.Delete(House.Address.Folder, recursive: true);
    }

    private static async Task<HouseAddress> FoundTemplateAsync(DatabaseEngine engine)
    {
        var address = await NewAddressAsync(engine);
        using var house = (await HouseOpening.OpenOrFoundAsync(address, HouseKind.Real, NewClock(), CancellationToken.None)).Value;
        return address;
    }

    private static string MakeRoot()
    {
        var root = Directory.CreateTempSubdirectory("gongkai-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        return root;
    }
}
