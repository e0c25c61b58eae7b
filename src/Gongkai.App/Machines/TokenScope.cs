namespace Gongkai.App.Machines;

/// <summary>The one thing a machine's token may do (令牌的用途).</summary>
public enum TokenScope
{
    /// <summary>导出台账.</summary>
    ReadLedger,

    /// <summary>导入登记.</summary>
    WriteLedger,

    /// <summary>读取年报数据.</summary>
    ReadReport,
}
