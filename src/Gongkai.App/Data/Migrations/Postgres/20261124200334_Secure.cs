using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.App.Data.Migrations.Postgres
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
                type: "integer",
                nullable: false,
                defaultValue: 184);

            migrationBuilder.AddColumn<DateTime>(
                name: "PurgedAt",
                table: "Files",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    ChainId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    From = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Message = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PreviousHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => new { x.ChainId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "AuditChains",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Node = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CutSequence = table.Column<long>(type: "bigint", nullable: false),
                    CutHash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditChains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealKeys",
                columns: table => new
                {
                    Purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Check = table.Column<string>(type: "text", nullable: false, collation: "C")
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
