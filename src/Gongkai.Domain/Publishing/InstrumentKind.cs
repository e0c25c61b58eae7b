namespace Gongkai.Domain.Publishing;

/// <summary>The two kinds of instruments that section two counts (规章、行政规范性文件; 条例20(一)).</summary>
public enum InstrumentKind
{
    /// <summary>规章. Only State Council departments, provinces and districted cities can make one.</summary>
    Regulation,

    /// <summary>行政规范性文件.</summary>
    NormativeDocument,
}

/// <summary>Administrative decisions that section two counts (许可、处罚、强制; 条例20(五)(六)), published or not.</summary>
public enum AdministrativeDecisionKind
{
    /// <summary>行政许可.</summary>
    Licence,

    /// <summary>行政处罚.</summary>
    Penalty,

    /// <summary>行政强制.</summary>
    Coercion,
}
