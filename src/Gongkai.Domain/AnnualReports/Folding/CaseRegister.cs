using System.Runtime.InteropServices;
using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>
/// The register behind section three or four (申请登记簿、复议诉讼登记簿), rebuilt from its acts. The first act of each sort counts; a
/// second one is irregular and must be made a correction. Acts may be recorded in any order.
/// </summary>
/// <param name="classes">Number of columns (section three) or groups (section four).</param>
internal sealed class CaseRegister(int classes)
{
    private readonly Dictionary<SubjectId, Case> _cases = [];
    private readonly List<IrregularCase> _irregular = [];
    private readonly HashSet<int> _years = [];

    /// <summary>Number of columns or groups.</summary>
    public int Classes => classes;

    /// <summary>All cases.</summary>
    public IReadOnlyCollection<Case> Cases => _cases.Values;

    /// <summary>Years with an act of the register.</summary>
    public IReadOnlyCollection<int> Years => _years;

    /// <summary>Acts that came a second time.</summary>
    public IReadOnlyList<IrregularCase> Repeated => _irregular;

    /// <summary>Records the beginning of a case.</summary>
    public void Begin(in Act act, int @class, bool broughtForward)
    {
        var subject = Of(act);
        if (!subject.Begin(act, @class, broughtForward)) _irregular.Add(new IrregularCase(CaseFault.BegunTwice, act.On, act.Sequence, subject));
    }

    /// <summary>Records the end of a case.</summary>
    public void End(in Act act, int result)
    {
        var subject = Of(act);
        if (!subject.End(act, result)) _irregular.Add(new IrregularCase(CaseFault.EndedTwice, act.On, act.Sequence, subject));
    }

    /// <summary>Records that a case came from a predecessor.</summary>
    public void TakeOver(in Act act) => Of(act).TakenOver = true;

    /// <summary>Records that a registration was none.</summary>
    public void Void(in Act act) => Of(act).Voided = true;

    private Case Of(in Act act)
    {
        _years.Add(act.On.Year);
        ref var subject = ref CollectionsMarshal.GetValueRefOrAddDefault(_cases, act.Subject, out _);
        return subject ??= new Case();
    }
}

/// <summary>What can be irregular about a case (不合规的登记).</summary>
internal enum CaseFault
{
    BegunTwice,
    EndedTwice,
    EndedBeforeBegun,
    EndedButNeverBegun,
}

/// <summary>An irregular act that was recorded all the same.</summary>
internal readonly record struct IrregularCase(CaseFault Fault, DateOnly On, long Sequence, Case Case);
