namespace Gongkai.Domain.Disputes;

/// <summary>The way a dispute takes (复议、诉讼): the three groups of section four, in their order.</summary>
public enum DisputeRoute
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>未经复议直接起诉.</summary>
    LitigationDirect,

    /// <summary>复议后起诉.</summary>
    LitigationAfterReconsideration,
}

/// <summary>How a dispute ended (结果), in the order of the form's columns.</summary>
public enum DisputeResult
{
    /// <summary>结果维持.</summary>
    Upheld,

    /// <summary>结果纠正.</summary>
    Corrected,

    /// <summary>其他结果.</summary>
    Other,
}
