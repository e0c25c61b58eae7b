using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.App.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DestroyedOn",
                table: "Requests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DestroyedOn",
                table: "Drafts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HandedOverOn",
                table: "Drafts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DestroyedOn",
                table: "Disputes",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseDoorFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DoorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Answering = table.Column<bool>(type: "boolean", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FileHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDoorFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDoorFiles_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseDoorFiles_CaseDoors_DoorId",
                        column: x => x.DoorId,
                        principalTable: "CaseDoors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseDoorFiles_Files_FileHash",
                        column: x => x.FileHash,
                        principalTable: "Files",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DestructionLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sheet = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PreparedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PreparedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DestroyedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Witnesses = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Entries = table.Column<int>(type: "integer", nullable: false),
                    Files = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DestructionLists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DestructionLists_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RetentionTerms",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Records = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Years = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AdoptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionTerms", x => new { x.AgencyId, x.Records });
                    table.ForeignKey(
                        name: "FK_RetentionTerms_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDoorFiles_AgencyId",
                table: "CaseDoorFiles",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDoorFiles_DoorId",
                table: "CaseDoorFiles",
                column: "DoorId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDoorFiles_FileHash",
                table: "CaseDoorFiles",
                column: "FileHash");

            migrationBuilder.CreateIndex(
                name: "IX_DestructionLists_AgencyId_Number",
                table: "DestructionLists",
                columns: new[] { "AgencyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DestructionLists_DraftId",
                table: "DestructionLists",
                column: "DraftId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseDoorFiles");

            migrationBuilder.DropTable(
                name: "DestructionLists");

            migrationBuilder.DropTable(
                name: "RetentionTerms");

            migrationBuilder.DropColumn(
                name: "DestroyedOn",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "DestroyedOn",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "HandedOverOn",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "DestroyedOn",
                table: "Disputes");
        }
    }
}
