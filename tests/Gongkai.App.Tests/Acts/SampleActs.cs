using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.Domain;
using Gongkai.Domain.Agencies;
using Gongkai.Domain.Ledger;
using Gongkai.Domain.Requests;

namespace Gongkai.App.Tests;

/// <summary>Acts as services record them: the row and its entry.</summary>
internal static class SampleActs
{
    public static DateOnly Day { get; } = new(2026, 3, 2);

    public static Task<Outcome<long>> ReceiveRequestAsync(this ActRecorder recorder, AgencyId agency, string? number = null) =>
        recorder.RecordAsync<long>(agency, (acts, _) => Task.FromResult<Outcome<long>>(acts.ReceiveRequest(agency, number)), CancellationToken.None);

    public static long ReceiveRequest(this ActSession acts, AgencyId agency, string? number = null)
    {
        var request = new InformationRequest
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency,
            Number = number ?? $"示范〔2026〕{Guid.NewGuid():N}号",
            Applicant = ApplicantKind.NaturalPerson,
            Channel = ReceiptChannel.Web,
            ReceivedOn = Day,
        };
        acts.Db.Requests.Add(request);
        return acts.Record(agency, new RequestReceived(ApplicantKind.NaturalPerson, ReceiptChannel.Web), new SubjectId(request.Id), Day,
            new PrivatePart("测试员", "", new Dictionary<string, string> { ["number"] = request.Number }));
    }
}
