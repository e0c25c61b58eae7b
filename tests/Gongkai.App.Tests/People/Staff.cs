using Gongkai.App.Audit;
using Gongkai.App.Data;
using Gongkai.App.People;
using Gongkai.App.Personal;
using Gongkai.Domain.Agencies;
using Gongkai.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace Gongkai.App.Tests.People;

/// <summary>The services of accounts over a test's house, and an authenticator as a phone has one.</summary>
internal sealed class Staff(TestHouse house) : IAsyncDisposable
{
    private static readonly IDataProtectionProvider Protection = new EphemeralDataProtectionProvider();

    // The keys live in the house's folder, which is its own from the first moment.
    private readonly SealedValues _values = new(KeyRing.OpenAsync(house.House, CancellationToken.None).GetAwaiter().GetResult().Value);

    public static readonly SignInOrigin Office = new("192.0.2.7", "办公室电脑");

    public static readonly Caller Owner = Caller.MachineOwner("测试员");

    public AuditLog Audit { get; } = new(house.House);

    public CodeSecrets Secrets => new(Protection, _values);

    public Sessions Sessions { get; } = new(house.House, house.Recorder, AccountRules.BuiltIn);

    public Accounts Accounts => new(house.House, house.Recorder, Audit, AccountRules.BuiltIn);

    public PostRegister Posts => new(house.Recorder, Audit);

    public SecondFactors Factors => new(house.Recorder, Audit, Secrets);

    public SignIn SignIn => new(house.House, house.Recorder, Audit, AccountRules.BuiltIn, Secrets, Protection, Ways);

    public SignInWays Ways { get; init; } = SignInWays.BuiltIn;

    public OtherWays Other => new(house.Recorder, Audit);

    public async Task<NewAccount> AddAsync(string login, HouseRole? role = null) =>
        (await Accounts.CreateAsync(Owner, login, "王某", role, TestContext.Current.CancellationToken)).Value;

    /// <summary>Signs in with a password that is enough.</summary>
    public async Task<(string Secret, SignedIn Who)> EnterAsync(string login, string password)
    {
        var step = await SignIn.WithPasswordAsync(login, password, Office, TestContext.Current.CancellationToken);
        var secret = step.Value.Session!.Secret;
        return (secret, (await Sessions.FindAsync(secret, TestContext.Current.CancellationToken))!);
    }

    /// <summary>The code an authenticator shows now.</summary>
    public string Code(string kept) => new Totp(Base32Encoding.ToBytes(Secrets.Show(kept))).ComputeTotp(house.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Sets up an authenticator.</summary>
    public async Task<(string Kept, IReadOnlyList<string> Recovery)> SwitchOnAsync(SignedIn who)
    {
        var kept = Secrets.Offer();
        return (kept, (await Factors.SwitchOnAsync(who, kept, Code(kept), TestContext.Current.CancellationToken)).Value);
    }

    /// <summary>What the audit log holds, in order.</summary>
    public async Task<IReadOnlyList<AuditKind>> WrittenAsync()
    {
        await using var db = house.House.Open(AgencyScope.All);
        return await db.Audit.OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Audit.DisposeAsync();
}
