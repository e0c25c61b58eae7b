using Gongkai.Domain.Ledger;

namespace Gongkai.Domain.AnnualReports.Folding;

/// <summary>信息处理费 of one year while it is summed.</summary>
internal sealed class ProcessingFees
{
    private readonly Tally _payments = new();
    private readonly HashSet<SubjectId> _requests = [];

    /// <summary>Records a payment, or a refund as a negative amount.</summary>
    public void Add(in Act act, long fen)
    {
        _payments.Add(act.Sequence, act.On, fen);
        if (fen > 0) _requests.Add(act.Subject);
    }

    /// <summary>The sum as section six tells it.</summary>
    public ProcessingFeeTotal Total => new(checked((long)_payments.Sum), _requests.Count, [.. _payments.Sequences.Order()]);
}
