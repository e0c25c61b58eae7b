using Gongkai.App.Audit;
using Gongkai.Testing;

namespace Gongkai.App.Tests;

/// <summary>Security events for tests.</summary>
internal static class SampleEvents
{
    public static AuditEvent SignedIn { get; } = new(AuditKind.SignedIn, null, null, "Account/测试", "203.0.113.7", "登录");

    public static async Task<AuditChainVerification> VerifyAsync(TestHouse house) =>
        Assert.Single((await new AuditVerification(house.House).VerifyAsync(TestContext.Current.CancellationToken)).Value);

    public static async Task AssertWholeAsync(TestHouse house) => Assert.Null((await VerifyAsync(house)).Break);
}
