using System.Diagnostics;
using Gongkai.App.Acts;
using Gongkai.App.Data;
using Gongkai.App.Houses;
using Gongkai.App.Jobs;
using Gongkai.App.Outbox;
using Gongkai.App.Personal;
using Gongkai.App.Tests.Outbox;
using Gongkai.Domain.Agencies;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests;

/// <summary>A second program on the same house, made to be killed. The parent speaks to it through its lines.</summary>
internal sealed class ChildProcess : IDisposable
{
    public const string Switch = "--child";

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Founds the house and stops for good before its command number <paramref name="stopAt"/>.</summary>
    public static ChildProcess Migrate(HouseAddress address, int stopAt) => Start("migrate", address, $"{stopAt}");

    /// <summary>Records acts one after another and says the sequence of each that was acknowledged, until it has done so many.</summary>
    public static ChildProcess Record(HouseAddress address, AgencyId agency, int acts) => Start("record", address, $"{agency.Value}", $"{acts}");

    /// <summary>Records acts that somebody is told of, and says what each is about once it was acknowledged.</summary>
    public static ChildProcess Tell(HouseAddress address, AgencyId agency, PersonId person) => Start("tell", address, $"{agency.Value}", $"{person.Value}");

    /// <summary>A node that sends what waits in the outbox at an instant, to a gateway, says how many it sent, and ends.</summary>
    public static ChildProcess Deliver(HouseAddress address, Uri gateway, DateTime now) => Start("deliver", address, gateway.ToString(), $"{now.Ticks}");

    /// <summary>Adds encryption keys one after another and says the number of each.</summary>
    public static ChildProcess AddKeys(HouseAddress address) => Start("keys", address);

    public static async Task<int> RunAsync(string[] args)
    {
        var address = new HouseAddress(args[1], args[2].Length == 0 ? null : args[2]);
        if (args[0] == "migrate")
        {
            StopAtCommand.Watch(int.Parse(args[3], null));
            using var founded = (await HouseOpening.OpenOrFoundAsync(address, HouseKind.Real, TimeProvider.System, CancellationToken.None)).Value;
            Console.WriteLine("done");
            return 0;
        }
        using var house = (await HouseOpening.OpenAsync(address, TimeProvider.System, CancellationToken.None)).Value;
        if (args[0] == "keys")
        {
            var ring = (await KeyRing.OpenAsync(house, CancellationToken.None)).Value;
            while (true) Console.WriteLine((await ring.AddAsync(KeyPurpose.Encryption, CancellationToken.None)).Value.Number);
        }
        if (args[0] == "deliver")
        {
            var settings = DeliveryTests.SettingsFor(new Uri(args[3]));
            await using var services = new ServiceCollection().AddGongkaiHouse(house).AddGongkaiPersonalData((await KeyRing.OpenAsync(house, CancellationToken.None)).Value)
                .AddGongkaiJobs(settings).AddLogging().BuildServiceProvider();
            var sent = await services.GetServices<ISweep>().Single(sweep => sweep.Job == JobKind.Delivery).RunAsync(new DateTime(long.Parse(args[4], null), DateTimeKind.Utc), CancellationToken.None);
            Console.WriteLine(sent.Done);
            return 0;
        }
        var recorder = new ActRecorder(house);
        for (var act = 0; args[0] == "tell" && act < 200; act++)
        {
            var agency = new AgencyId(Guid.Parse(args[3]));
            Console.WriteLine((await recorder.RecordAsync<Guid>(agency, async (acts, cancellation) =>
            {
                var entry = acts.ReceiveRequest(agency);
                var subject = acts.Db.Requests.Local.Single().Id;
                await acts.TellAsync(new News(agency, MessageKind.DueSoon, subject, Addressee.Of(Guid.Parse(args[4])), $"{entry}"), cancellation);
                return subject;
            }, CancellationToken.None)).Value);
        }
        for (var act = 0; args[0] == "record" && act < int.Parse(args[4], null); act++)
            Console.WriteLine((await recorder.ReceiveRequestAsync(new AgencyId(Guid.Parse(args[3])))).Value);
        return 0;
    }

    /// <summary>The next line it says, or null when it has ended.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>kill -9, and what it had still said.</summary>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        _process.Kill();
        var said = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static ChildProcess Start(string work, HouseAddress address, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Switch, work, address.Folder, address.Postgres ?? "", .. args]) start.ArgumentList.Add(argument);
        return new ChildProcess(Process.Start(start)!);
    }
}
