using System.CommandLine;
using Gongkai.Commands.Audits;

namespace Gongkai.Commands;

/// <summary><c>gongkai audit</c>: security events, and whether their chains are whole.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "审计日志：查询、导出、校验、归档。")
    {
        ListCommand.Create(), ExportCommand.Create(), VerifyCommand.Create(), ArchiveCommand.Create(),
    };
}
