using Gongkai.Domain.Requests.Clocks;
using static Gongkai.Testing.ARequest;

namespace Gongkai.Domain.Tests.Requests.Clocks;

/// <summary>国办公开办函〔2016〕235号.</summary>
[Law("国办公开办函〔2016〕235号")]
public sealed class ServiceTests
{
    [Theory(DisplayName = "当面、委托以签收为准，邮政以交邮为准，网络以发出为准，其他快递以签收为准并记违规")]
    [InlineData(ServiceMode.InPerson, "2026-03-05", null)]
    [InlineData(ServiceMode.Entrusted, "2026-03-05", null)]
    [InlineData(ServiceMode.Post, "2026-03-02", null)]
    [InlineData(ServiceMode.Online, "2026-03-02", null)]
    [InlineData(ServiceMode.Courier, "2026-03-05", "service.courier")]
    public void The_day_of_service(ServiceMode mode, string served, string? broken)
    {
        var service = Service.Of(mode, Day("2026-03-02"), Day("2026-03-05")).Value;
        Assert.Equal(Day(served), service.ServedOn);
        Assert.Equal(broken, service.Break?.Rule);
    }

    [Theory(DisplayName = "没有签收、没有交邮或发出，就没有送达")]
    [InlineData(ServiceMode.InPerson, "service.not-signed")]
    [InlineData(ServiceMode.Entrusted, "service.not-signed")]
    [InlineData(ServiceMode.Courier, "service.not-signed")]
    [InlineData(ServiceMode.Post, "service.not-sent")]
    [InlineData(ServiceMode.Online, "service.not-sent")]
    public void Nothing_is_served_without_its_proof(ServiceMode mode, string code) => Assert.Equal(code, Service.Of(mode, null, null).Refusal?.Code);
}
