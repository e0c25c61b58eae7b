using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.App.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Secure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AuditRetentionDays",
                table: "House",
                type: "INTEGER",
                nullable: false,
                defaultValue: 184);

            migrationBuilder.AddColumn<string>(
                name: "PurgedAt",
                table: "Files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    ChainId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    HappenedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AgencyId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: true, collation: "BINARY"),
                    From = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Message = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Text = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Hash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => new { x.ChainId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "AuditChains",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Node = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    CutSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    CutHash = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Xml = table.Column<string>(type: "TEXT", nullable: false),
                    StoredAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealKeys",
                columns: table => new
                {
                    Purpose = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY"),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    Check = table.Column<string>(type: "TEXT", nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealKeys", x => new { x.Purpose, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_AgencyId_HappenedAt",
                table: "Audit",
                columns: new[] { "AgencyId", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_ChainId_PreviousHash",
                table: "Audit",
                columns: new[] { "ChainId", "PreviousHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Audit_HappenedAt",
                table: "Audit",
                column: "HappenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Kind_HappenedAt",
                table: "Audit",
                columns: new[] { "Kind", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_PersonId_HappenedAt",
                table: "Audit",
                columns: new[] { "PersonId", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_HappenedAt",
                table: "Audit",
                columns: new[] { "Subject", "HappenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditChains_Node",
                table: "AuditChains",
                column: "Node",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "AuditChains");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropTable(
                name: "SealKeys");

            migrationBuilder.DropColumn(
                name: "AuditRetentionDays",
                table: "House");

            migrationBuilder.DropColumn(
                name: "PurgedAt",
                table: "Files");
        }
    }
}
