using System.CommandLine;
using Gongkai.Commands.Ledgers;

namespace Gongkai.Commands;

/// <summary><c>gongkai ledger</c>: what goes into the ledger by file, and whether it is whole.</summary>
internal static class LedgerCommand
{
    public static Command Create() => new("ledger", "台账：导入、建账、导出、校验、导入模板。")
    {
        ImportCommand.Create(), OpenCommand.Create(), ExportCommand.Create(), VerifyCommand.Create(), TemplateCommand.Create(),
    };
}
